package dev.autoheal.lint;

import dev.autoheal.change.Rewrite;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of a file will mend, and what it will leave, before it is made.
 *
 * @param subject the file as it is
 */
record ApplyPreview(RuleContext subject, FileContexts situation, RuleConfig terms) {

  /**
   * How many of the findings apply would mend: what is wrong with a place goes when it writes what
   * is asked for there, unless that is wrong as well.
   */
  long mended(CheckResult verdict) {
    Set<Location> places =
        subject.comparison().orElseThrow().changes().stream()
            .map(change -> subject.file().locate(change.at()))
            .collect(Collectors.toSet());
    List<Finding> concerned =
        verdict.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .filter(finding -> places.contains(finding.location()))
            .toList();
    boolean isDrift = concerned.stream().allMatch(finding -> finding.rule().equals("drift"));
    Set<String> left = isDrift ? Set.of() : rulesLeft();
    return concerned.stream().filter(finding -> !left.contains(finding.rule())).count();
  }

  /** The rules that will still find something when the section is as the policy asks. */
  private Set<String> rulesLeft() {
    return Rewrite.of(
            subject.config().orElseThrow(),
            situation.app().orElseThrow().asked(),
            subject.comparison().orElseThrow(),
            false)
        .map(rewrite -> FileChecker.check(situation.of(rewrite.after()), terms).findings())
        .orElse(List.of())
        .stream()
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  /**
   * What will be left when a change that is only shown is made: what stands now, where it stands
   * now, and at the section what comes with the change.
   *
   * @param then what will be said of the file
   */
  CheckResult left(CheckResult then) {
    CheckResult now = FileChecker.check(subject, terms);
    Set<String> before =
        now.findings().stream().map(ApplyPreview::said).collect(Collectors.toSet());
    Set<String> after =
        then.findings().stream().map(ApplyPreview::said).collect(Collectors.toSet());
    WebConfig config = subject.config().orElseThrow();
    Location section =
        subject
            .file()
            .locate(config.section().map(Section::element).orElseGet(config::home).startTag());
    return new CheckResult(
        Stream.concat(
                now.findings().stream().filter(finding -> after.contains(said(finding))),
                then.findings().stream()
                    .filter(finding -> !before.contains(said(finding)))
                    .map(finding -> finding.at(section)))
            .sorted()
            .toList(),
        now.ignored());
  }

  private static String said(Finding finding) {
    return finding.rule() + " " + finding.message();
  }
}
