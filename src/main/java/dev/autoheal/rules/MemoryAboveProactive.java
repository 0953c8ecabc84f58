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
 * Flags a memory threshold above the size at which the platform itself recycles a worker. The
 * platform does so before a worker has all the memory of its instance.
 */
final class MemoryAboveProactive implements ValueRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the platform recycles a worker before it reaches the memory threshold";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (PlanMemory.of(value, context) == PlanMemory.ABOVE_PROACTIVE) {
      Plan.Instance instance = context.instance().orElseThrow();
      reporter.report(
          value.span(),
          "%s, but the platform recycles at %d%% (%s); use at most %d"
              .formatted(
                  value.quotedWithUnit(),
                  Plan.PROACTIVE,
                  MemorySize.brief(instance.proactive()),
                  instance.proactive()),
          Related.elsewhere(instance.place(), "plan set here"));
    }
  }
}
