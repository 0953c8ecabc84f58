package dev.autoheal.rules;

import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.TriggerElement;
import java.util.stream.Stream;

/** Selects the status rules of a section that can be compared with one another. */
final class ComparableStatusRules {
  private ComparableStatusRules() {}

  /**
   * Returns the status rules that name responses. A rule with an undocumented attribute is left
   * out: it may name responses more closely, or it may be misspelled.
   */
  static Stream<TriggerElement> in(Section section) {
    return section.triggers().stream()
        .filter(trigger -> trigger.valid(Attribute.STATUS_CODE).isPresent())
        .filter(trigger -> trigger.key().isPresent())
        .filter(ComparableStatusRules::isDocumented);
  }

  private static boolean isDocumented(TriggerElement trigger) {
    return trigger.element().attributes().stream()
        .allMatch(attribute -> SectionNames.takes(trigger.element().name(), attribute));
  }
}
