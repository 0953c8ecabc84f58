package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rules.Rules;
import java.util.Collections;
import java.util.List;

/** Checks one file by all rules. */
public final class FileChecker {
  private FileChecker() {}

  /**
   * Checks a file, what a transform makes of its base, and the file that the section stands in.
   *
   * @return what is found, and what of it is suppressed
   */
  public static CheckResult check(RuleContext subject, RuleConfig terms) {
    List<Finding> findings = Rules.find(subject, terms);
    findings.addAll(new ResultFindings(subject, findings, each -> Rules.find(each, terms)).all());
    Collections.sort(findings);
    CheckResult verdict = Rules.suppress(subject, findings, terms);
    return subject.source().map(source -> verdict.and(check(source, terms))).orElse(verdict);
  }
}
