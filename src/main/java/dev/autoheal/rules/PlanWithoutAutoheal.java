package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;

/**
 * Flags a section for an app on a Free or Shared plan. AutoHeal by rules is documented for Standard
 * plans and above.
 */
final class PlanWithoutAutoheal implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the plan is one for which AutoHeal is not documented";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context
        .instance()
        .filter(Plan.Instance::isShared)
        .ifPresent(
            instance ->
                context.sections().stream()
                    .limit(1)
                    .forEach(section -> report(section, instance, reporter)));
  }

  private static void report(Section section, Plan.Instance instance, Reporter reporter) {
    reporter.report(
        section.element().startTag(),
        "the plan is %s, and AutoHeal is documented for Standard and above: the section may do nothing"
            .formatted(instance.sku().orElseThrow()),
        Related.elsewhere(instance.place(), "the plan"));
  }
}
