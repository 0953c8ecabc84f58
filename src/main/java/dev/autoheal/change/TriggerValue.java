package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection.AskedValue;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import java.util.Optional;

/** One value that the policy asks of a trigger that stands. */
record TriggerValue(TriggerElement element, Attribute attribute, AskedValue asked) {
  private Optional<SectionValue> standing() {
    return Optional.ofNullable(element.values().get(attribute));
  }

  /** Equal by meaning is equal; a token of a deployment tool is not judged. */
  boolean differs() {
    if (standing().isEmpty()) {
      return true;
    }
    SectionValue value = standing().get();
    return !value.is(SectionValue.State.TOKEN)
        && (value.value().isEmpty() || value.value().getAsLong() != asked.value());
  }

  /** What stands but cannot be read did nothing before, so the trigger is as good as new. */
  Effect effect() {
    return standing()
        .filter(value -> value.value().isPresent())
        .map(value -> Effect.of(attribute, value.value().getAsLong(), asked.value()))
        .orElse(Effect.NEW);
  }

  /** The text web.config is to have. */
  String after() {
    return attribute.format(asked.value());
  }

  Change change(TriggerKey key, Effect whole) {
    return new Change(
        standing().isPresent() ? Change.Kind.SET : Change.Kind.ADD,
        Optional.of(key),
        Optional.of(attribute.xmlName()),
        standing().map(value -> value.text()),
        Optional.of(after()),
        whole,
        asked.place(),
        standing().map(value -> value.span()).orElse(element.element().startTag()));
  }
}
