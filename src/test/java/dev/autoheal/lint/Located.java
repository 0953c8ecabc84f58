package dev.autoheal.lint;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/** Returns findings as reports show them, without their source lines. */
public final class Located {
  private Located() {}

  /** Runs all rules on a file. */
  public static CheckResult check(RuleContext context, RuleConfig config) {
    return FileChecker.check(context, config);
  }

  public static List<ReportedFinding> findings(CheckResult result) {
    return new Excerpts(Optional.empty()).of(result);
  }
}
