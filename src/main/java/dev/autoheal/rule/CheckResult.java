package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all rules say of one file.
 *
 * @param findings in the order of the file; behind them those of the file it has its section from
 * @param ignored in the order of the file
 */
public record CheckResult(List<Finding> findings, List<SuppressedFinding> ignored) {
  public CheckResult {
    findings = List.copyOf(findings);
    ignored = List.copyOf(ignored);
  }

  /** With what is said of a file that belongs to this one; no fix of this one reaches it. */
  public CheckResult and(CheckResult other) {
    return new CheckResult(
        Stream.concat(findings.stream(), other.findings.stream().map(Finding::withoutFix)).toList(),
        Stream.concat(ignored.stream(), other.ignored.stream()).toList());
  }
}
