package dev.autoheal.rule;

import dev.autoheal.change.Comparison;
import dev.autoheal.text.Finding.Related;

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
  public void check(Subject subject, Reporter reporter) {
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
