package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings of all rules for one file.
 *
 * @param context the file as the rules saw it
 * @param findings the remaining findings in the order of the file
 * @param suppressed the suppressed findings, in the same order
 * @param source the result of the file that holds the section by {@code configSource}; empty when
 *     there is none
 */
public record CheckResult(
    RuleContext context,
    List<Finding> findings,
    List<SuppressedFinding<Finding>> suppressed,
    Optional<CheckResult> source) {
  public CheckResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  /** Creates the result of a file without another one that holds its section. */
  public CheckResult(
      RuleContext context, List<Finding> findings, List<SuppressedFinding<Finding>> suppressed) {
    this(context, findings, suppressed, Optional.empty());
  }

  /** Returns the same result with the findings of one rule alone. */
  public CheckResult only(String rule) {
    return new CheckResult(
        context,
        findings.stream().filter(finding -> finding.rule().equals(rule)).toList(),
        List.of());
  }

  /** Returns the same result with that of the file that holds the section. */
  public CheckResult with(CheckResult other) {
    return new CheckResult(context, findings, suppressed, Optional.of(other));
  }

  /** Returns the findings of this file followed by those of the file that holds its section. */
  public Stream<Finding> all() {
    return Stream.concat(findings.stream(), source.stream().flatMap(CheckResult::all));
  }
}
