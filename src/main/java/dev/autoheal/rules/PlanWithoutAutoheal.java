package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Plan;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;

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
    return "the plan has no documented support for AutoHeal";
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
        "AutoHeal is undocumented for plan %s; use Standard or above, or remove <monitoring>"
            .formatted(Quoted.literal(instance.sku().orElseThrow())),
        Related.elsewhere(instance.place(), "plan set here"));
  }
}
