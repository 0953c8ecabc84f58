package dev.autoheal.lint;

import dev.autoheal.change.Change;
import dev.autoheal.change.Rewrite;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
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
 * @param context the file before the change
 * @param contexts everything outside the file that its rules look at
 * @param config the severity of each rule and the exceptions under the policy of the file
 */
record ApplyPreview(RuleContext context, FileContexts contexts, RuleConfig config) {

  /**
   * Counts the errors and warnings that {@code apply} would fix. A finding at a place that {@code
   * apply} writes counts as fixed. It does not count if its rule would still find something in the
   * rewritten section.
   *
   * @param result the findings of the file before the change
   */
  long fixedByApply(CheckResult result) {
    Set<Span> places =
        context.comparison().orElseThrow().changes().stream()
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
            context.config().orElseThrow(),
            contexts.app().orElseThrow().desired(),
            context.comparison().orElseThrow(),
            false)
        .stream()
        .flatMap(rewrite -> FileChecker.check(contexts.of(rewrite.after()), config).all())
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
  CheckResult left(CheckResult then) {
    CheckResult now = FileChecker.check(context, config);
    Set<String> before = now.all().map(ApplyPreview::key).collect(Collectors.toSet());
    Set<String> after = then.all().map(ApplyPreview::key).collect(Collectors.toSet());
    WebConfig webConfig = context.config().orElseThrow();
    Span section = webConfig.section().map(Section::element).orElseGet(webConfig::home).startTag();
    return new CheckResult(
        context,
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
