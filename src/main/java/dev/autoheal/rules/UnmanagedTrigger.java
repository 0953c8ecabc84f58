package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.AskedUnmanaged;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import java.util.Optional;

/** The policy wants to know of triggers that it does not mention: {@code unmanaged: report}. */
final class UnmanagedTrigger implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a trigger stands that the policy does not mention";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    Optional<DesiredSection> asked = subject.app().map(App::asked);
    Optional<AskedUnmanaged> unmanaged =
        asked.flatMap(DesiredSection::unmanaged).filter(each -> each.what() == Unmanaged.REPORT);
    if (unmanaged.isPresent()) {
      for (Section section : subject.sections()) {
        section.triggers().stream()
            .filter(
                trigger ->
                    trigger.values().values().stream().noneMatch(UnmanagedTrigger::isNoStatus))
            .filter(
                trigger -> trigger.key().filter(key -> !isManaged(key, asked.get())).isPresent())
            .forEach(trigger -> report(trigger, unmanaged.get(), reporter));
      }
    }
  }

  /** A status that HTTP does not have cannot be mentioned in the policy either. */
  private static boolean isNoStatus(SectionValue value) {
    return value.attribute() == Attribute.STATUS_CODE && value.is(SectionValue.State.OUT_OF_RANGE);
  }

  private static boolean isManaged(TriggerKey key, DesiredSection asked) {
    return asked.triggers().containsKey(key) || asked.forbidden().containsKey(key.trigger());
  }

  private static void report(TriggerElement trigger, AskedUnmanaged asked, Reporter reporter) {
    TriggerKey key = trigger.key().orElseThrow();
    reporter.report(
        trigger.element().startTag(),
        "%s is not mentioned in the policy: write it there, or remove it here"
            .formatted(
                key.status()
                    .map(status -> "the rule for status " + status)
                    .orElse(key.trigger().policyName())),
        new Related(asked.place(), "asked for here"));
  }
}
