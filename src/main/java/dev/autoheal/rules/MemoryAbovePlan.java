package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionValue;

/**
 * Flags a memory threshold at or above the memory of an instance. No worker gets that much, so the
 * trigger never fires.
 */
final class MemoryAbovePlan implements ValueRule {
  @Override
  public String summary() {
    return "the memory threshold is at or above the memory of an instance";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (PlanMemory.of(value, context) == PlanMemory.ABOVE_PLAN) {
      Plan.Instance instance = context.instance().orElseThrow();
      reporter.report(
          value.span(),
          "%s, but an instance of the plan has only %s; lower it"
              .formatted(value.quotedWithUnit(), MemorySize.words(instance.memory())),
          Related.elsewhere(instance.place(), "plan set here"));
    }
  }
}
