package dev.autoheal.lint;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/** Findings as reports show them, without their source lines. */
public final class Located {
  private Located() {}

  /** What all rules say of a file. */
  public static CheckResult check(RuleContext context, RuleConfig config) {
    return FileChecker.check(context, config);
  }

  public static List<ReportedFinding> findings(CheckResult result) {
    return new Excerpts(Optional.empty()).of(result);
  }
}
