package dev.autoheal.lint;

import dev.autoheal.change.Change;
import dev.autoheal.change.Rewrite;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Predicts, before a change of a file is made, which findings the change will fix and which it will
 * leave.
 *
 * @param job the file before the change
 */
record ApplyPreview(FileJob job) {

  /**
   * Counts the errors and warnings that {@code apply} would fix. A finding at a place that {@code
   * apply} writes counts as fixed. It does not count if its rule would still find something in the
   * rewritten section.
   *
   * @param result the findings of the file before the change
   */
  long fixedByApply(CheckResult result) {
    Set<Span> places =
        job.context().comparison().orElseThrow().changes().stream()
            .map(Change::at)
            .collect(Collectors.toSet());
    List<Finding> affected =
        result.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .filter(finding -> places.contains(finding.span()))
            .toList();
    boolean isDrift = affected.stream().allMatch(finding -> finding.rule().equals("drift"));
    Set<String> left = isDrift ? Set.of() : rulesLeft();
    return affected.stream().filter(finding -> !left.contains(finding.rule())).count();
  }

  /**
   * Returns the ids of the rules that still find something when the section is as the policy
   * requires.
   */
  private Set<String> rulesLeft() {
    return Rewrite.of(
            job.context().config().orElseThrow(),
            job.app().orElseThrow().desired(),
            job.context().comparison().orElseThrow(),
            false)
        .stream()
        .flatMap(rewrite -> job.check(rewrite.after()).all())
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  /**
   * Predicts the findings that remain when a change is only shown. Findings that the change does
   * not fix keep their current location. Findings that the change causes are reported at the
   * section, or where a section would be inserted.
   *
   * @param then the findings of the file after the change
   * @return the remaining findings, sorted, with the suppressed findings of the current file
   */
  CheckResult remaining(CheckResult then) {
    CheckResult now = job.check();
    Set<String> before = now.all().map(ApplyPreview::key).collect(Collectors.toSet());
    Set<String> after = then.all().map(ApplyPreview::key).collect(Collectors.toSet());
    WebConfig webConfig = job.context().config().orElseThrow();
    Span section = webConfig.section().map(Section::element).orElseGet(webConfig::home).startTag();
    return new CheckResult(
        job.context(),
        Stream.concat(
                now.findings().stream().filter(finding -> after.contains(key(finding))),
                then.findings().stream()
                    .filter(finding -> !before.contains(key(finding)))
                    .map(finding -> finding.at(section)))
            .sorted()
            .toList(),
        now.suppressed(),
        now.source());
  }

  private static String key(Finding finding) {
    return finding.rule() + " " + finding.message();
  }
}
