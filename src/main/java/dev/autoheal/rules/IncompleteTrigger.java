package dev.autoheal.rules;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;

/**
 * Flags a trigger or a section that must be created, but for which the policy states too little. A
 * new one needs all its values and an action. The file is left unchanged.
 */
final class IncompleteTrigger implements FileRule {
  @Override
  public String summary() {
    return "the policy lacks values that a new trigger or section needs";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.comparison().orElse(null) instanceof Comparison.Compared compared) {
      for (Comparison.Incomplete incomplete : compared.incomplete()) {
        reporter.report(
            incomplete.at(),
            incomplete.message(),
            Related.elsewhere(incomplete.policy(), "required here"));
      }
    }
  }
}
