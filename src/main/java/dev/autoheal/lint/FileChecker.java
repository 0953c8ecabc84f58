package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.rule.Subject;
import dev.autoheal.rule.Terms;
import dev.autoheal.rule.Verdict;
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
  public static Verdict check(Subject subject, Terms terms) {
    List<Finding> findings = Rules.find(subject, terms);
    findings.addAll(new ResultFindings(subject, findings, each -> Rules.find(each, terms)).all());
    Collections.sort(findings);
    Verdict verdict = Rules.suppress(subject, findings, terms);
    return subject.source().map(source -> verdict.and(check(source, terms))).orElse(verdict);
  }
}
