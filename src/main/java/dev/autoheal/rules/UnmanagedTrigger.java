package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Quoted;

/**
 * Flags a trigger that the policy does not mention, if the policy sets {@code unmanaged: report}.
 */
final class UnmanagedTrigger implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the policy does not mention a trigger of the section";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    context
        .app()
        .map(App::desired)
        .filter(desired -> isReported(desired) && isUnmanaged(trigger, desired))
        .flatMap(DesiredSection::unmanaged)
        .ifPresent(unmanaged -> report(trigger, unmanaged, reporter));
  }

  private static boolean isReported(DesiredSection desired) {
    return desired.unmanaged().filter(each -> each.what() == Unmanaged.REPORT).isPresent();
  }

  private static boolean isUnmanaged(TriggerElement trigger, DesiredSection desired) {
    return trigger.key().filter(key -> !isManaged(key, desired)).isPresent()
        && trigger.values().values().stream().noneMatch(UnmanagedTrigger::isNoStatus);
  }

  /**
   * Returns whether a value is a status that HTTP does not have, since the policy cannot mention it
   * either.
   */
  private static boolean isNoStatus(SectionValue value) {
    return value.attribute() == Attribute.STATUS_CODE && value.is(SectionValue.State.OUT_OF_RANGE);
  }

  private static boolean isManaged(TriggerKey key, DesiredSection desired) {
    return desired.triggers().containsKey(key) || desired.forbidden().containsKey(key.trigger());
  }

  private static void report(TriggerElement trigger, DesiredUnmanaged desired, Reporter reporter) {
    TriggerKey key = trigger.key().orElseThrow();
    reporter.report(
        trigger.element().startTag(),
        "%s is not in the policy; add it there or remove it here"
            .formatted(
                key.status()
                    .map(status -> "status rule " + Quoted.literal(status.toString()))
                    .orElse(Quoted.element(trigger.element().name()))),
        Related.elsewhere(desired.place(), "required here"));
  }
}
