package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.SectionValue;

/**
 * Flags a memory limit above the size at which the platform itself recycles a worker. The platform
 * does so before a worker has all the memory of its instance.
 */
final class MemoryAboveProactive implements ValueRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the platform recycles a worker before the memory limit is met";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (PlanMemory.of(value, context) == PlanMemory.ABOVE_PROACTIVE) {
      Plan.Instance instance = context.instance().orElseThrow();
      reporter.report(
          value.span(),
          ("privateBytesInKB is %s, but the platform itself recycles a worker at %d %% of an instance,"
                  + " %s: that comes first, write less")
              .formatted(
                  MemorySize.words(value.value().getAsLong()),
                  Plan.PROACTIVE,
                  MemorySize.words(instance.proactive())),
          Related.elsewhere(instance.place(), "the plan"));
    }
  }
}
