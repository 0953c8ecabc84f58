package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rules.Rules;
import java.util.Collections;
import java.util.List;

/** Checks one file with all rules. */
final class FileChecker {
  private FileChecker() {}

  /**
   * Checks a file, the result of publishing it if it is a transform, and the file that holds its
   * section by {@code configSource}.
   *
   * @return the findings in the order of the file, and the suppressed findings
   */
  static CheckResult check(RuleContext context, RuleConfig config) {
    List<Finding> findings = config.rules().find(context);
    if (!context.outcomes().isEmpty()) {
      findings.addAll(new ResultFindings(context, findings, config.rules()::find).all());
    }
    Collections.sort(findings);
    CheckResult result = Rules.suppress(context, findings, config);
    return context.source().map(source -> result.with(check(source, config))).orElse(result);
  }
}
