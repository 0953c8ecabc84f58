package dev.autoheal.lint;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.rule.CheckResult;
import java.util.List;
import java.util.Optional;

/** Findings as reports show them, without their source lines. */
public final class Located {
  private Located() {}

  public static List<ReportedFinding> findings(CheckResult result) {
    return new Excerpts(Optional.empty()).of(result);
  }
}
