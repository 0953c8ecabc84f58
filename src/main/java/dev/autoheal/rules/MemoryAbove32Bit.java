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
 * Flags a memory threshold above what a 32-bit worker may have. Such a worker runs out of addresses
 * before it reaches the limit.
 */
final class MemoryAbove32Bit implements ValueRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the memory threshold is more than a 32-bit worker may get";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    if (PlanMemory.of(value, context) == PlanMemory.ABOVE_32_BIT) {
      Plan.Bitness width = context.app().orElseThrow().plan().bitness().orElseThrow();
      reporter.report(
          value.span(),
          "%s, but a 32-bit worker may get only %s; lower it"
              .formatted(value.quotedWithUnit(), MemorySize.words(PlanMemory.MOST_OF_32_BIT)),
          Related.elsewhere(width.place(), "plan set here"));
    }
  }
}
