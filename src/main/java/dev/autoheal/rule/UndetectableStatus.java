package dev.autoheal.rule;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;

/** The portal refuses 500.121, since AutoHeal cannot see it. */
final class UndetectableStatus implements Rule {
  @Override
  public String summary() {
    return "a status rule is for 500.121, which AutoHeal cannot see";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section.triggers().stream()
          .filter(UndetectableStatus::test)
          .map(trigger -> trigger.values().get(Attribute.SUB_STATUS_CODE))
          .map(SectionValue::xml)
          .forEach(
              xml ->
                  reporter.report(
                      xml.valueSpan(),
                      "AutoHeal cannot see status 500.121, so the rule never fires: remove it, and"
                          + " use slowRequests with a timeTaken above 00:03:00"));
    }
  }

  /** Whether the rule waits for what it cannot see. */
  static boolean test(TriggerElement trigger) {
    return is(trigger, Attribute.STATUS_CODE, 500) && is(trigger, Attribute.SUB_STATUS_CODE, 121);
  }

  private static boolean is(TriggerElement trigger, Attribute attribute, long value) {
    SectionValue seen = trigger.values().get(attribute);
    return seen != null && seen.value().isPresent() && seen.value().getAsLong() == value;
  }
}
