package dev.autoheal.rules;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;

/**
 * A trigger or a section that must be created needs all its values and an action; the file is left
 * alone.
 */
final class IncompleteTrigger implements Rule {
  @Override
  public String summary() {
    return "the policy says too little to create what it asks for";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    if (subject.comparison().orElse(null) instanceof Comparison.Compared compared) {
      for (Comparison.Incomplete incomplete : compared.incomplete()) {
        reporter.report(
            incomplete.at(),
            incomplete.message(),
            new Related(incomplete.policy(), "asked for here"));
      }
    }
  }
}
