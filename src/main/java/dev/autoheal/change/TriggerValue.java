package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import java.util.Optional;

/**
 * A value that the policy requires of an existing trigger.
 *
 * @param element the existing trigger
 * @param attribute the attribute that holds the value
 * @param desired the required value and its place in the policy
 */
record TriggerValue(TriggerElement element, Attribute attribute, DesiredValue desired) {
  private Optional<SectionValue> existing() {
    return Optional.ofNullable(element.values().get(attribute));
  }

  /**
   * Returns whether the existing value differs in meaning or is missing. A deployment token never
   * differs.
   */
  boolean differs() {
    if (existing().isEmpty()) {
      return true;
    }
    SectionValue value = existing().get();
    return !value.is(SectionValue.State.TOKEN)
        && (value.value().isEmpty() || value.value().getAsLong() != desired.value());
  }

  /**
   * Returns the effect of the change. A value that is missing or unreadable had no effect before,
   * so the trigger counts as new.
   */
  Effect effect() {
    return existing()
        .filter(value -> value.value().isPresent())
        .map(value -> Effect.of(attribute, value.value().getAsLong(), desired.value()))
        .orElse(Effect.NEW);
  }

  /** Returns the text that web.config must have. */
  String after() {
    return attribute.format(desired.value());
  }

  /**
   * Returns the change of this value.
   *
   * @param key the trigger
   * @param whole the effect on the trigger as a whole
   */
  Change change(TriggerKey key, Effect whole) {
    return new Change(
        Optional.of(key),
        Optional.of(attribute.xmlName()),
        existing().map(value -> value.text()),
        Optional.of(after()),
        whole,
        desired.place(),
        existing().map(value -> value.span()).orElse(element.element().startTag()));
  }
}
