package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionValue;

/**
 * Flags a memory limit that is all the memory of an instance, or more. No worker gets that much, so
 * the trigger never fires.
 */
final class MemoryAbovePlan implements ValueRule {
  @Override
  public String summary() {
    return "a memory limit is all that an instance of the plan has, or more";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (PlanMemory.of(value, context) == PlanMemory.ABOVE_PLAN) {
      Plan.Instance instance = context.instance().orElseThrow();
      reporter.report(
          value.span(),
          "privateBytesInKB is %s, and an instance has %s in all: the trigger never fires, write less"
              .formatted(
                  MemorySize.words(value.value().getAsLong()), MemorySize.words(instance.memory())),
          Related.elsewhere(instance.place(), "the plan"));
    }
  }
}
