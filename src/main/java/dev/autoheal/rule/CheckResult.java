package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * The findings of all rules for one file.
 *
 * @param findings the remaining findings in the order of the file, followed by those of the file
 *     that holds its section
 * @param suppressed the suppressed findings, in the same order
 */
public record CheckResult(List<Finding> findings, List<SuppressedFinding> suppressed) {
  public CheckResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  /**
   * Returns this result followed by that of a file that belongs to this one. The findings of the
   * other file lose their fixes, since no fix of this file reaches it.
   */
  public CheckResult and(CheckResult other) {
    return new CheckResult(
        Stream.concat(findings.stream(), other.findings.stream().map(Finding::withoutFix)).toList(),
        Stream.concat(suppressed.stream(), other.suppressed.stream()).toList());
  }
}
