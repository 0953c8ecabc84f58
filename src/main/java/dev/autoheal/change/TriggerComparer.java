package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the differences of single triggers. The descriptions name the action that the section
 * has after the change.
 */
final class TriggerComparer {
  private final Optional<Action.Kind> action;

  /**
   * Creates a comparer for the triggers of one section.
   *
   * @param action the action after the change; empty when it is unknown
   */
  TriggerComparer(Optional<Action.Kind> action) {
    this.action = action;
  }

  /**
   * Returns the difference of a trigger that does not exist yet.
   *
   * @param key the trigger
   * @param values the values that the policy requires
   * @param at the start tag that lacks the trigger
   */
  Difference added(TriggerKey key, Values values, Span at) {
    Map<Attribute, String> texts = new EnumMap<>(Attribute.class);
    values.values().forEach((attribute, v) -> texts.put(attribute, attribute.format(v.value())));
    String after = SectionText.trigger(key, texts);
    Change change =
        new Change(
            Optional.of(key),
            Optional.empty(),
            Optional.empty(),
            Optional.of(after),
            Effect.NEW,
            values.place(),
            at);
    return whole(change, "", after, "new: " + meaning(key));
  }

  /**
   * Returns the difference of an existing trigger; empty when the trigger is as required.
   *
   * @param key the trigger
   * @param element its existing element
   * @param values the values that the policy requires
   */
  Optional<Difference> set(TriggerKey key, TriggerElement element, Values values) {
    List<TriggerValue> differing =
        key.trigger().thresholds().stream()
            .filter(values.values()::containsKey)
            .map(a -> new TriggerValue(element, a, values.values().get(a)))
            .filter(TriggerValue::differs)
            .toList();
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    Effect effect = differing.stream().map(TriggerValue::effect).reduce(Effect.NONE, Effect::and);
    Map<Attribute, String> texts = SectionText.texts(element);
    String before = SectionText.trigger(key, texts);
    differing.forEach(value -> texts.put(value.attribute(), value.after()));
    return Optional.of(
        new Difference(
            Change.Kind.SET,
            key.trigger().policyName(),
            before,
            SectionText.trigger(key, texts),
            effect.words(),
            differing.stream().map(value -> value.change(key, effect)).toList()));
  }

  /**
   * Returns the difference of a trigger that must not exist.
   *
   * @param key the trigger
   * @param element its existing element
   * @param policy the line of the policy that forbids the trigger
   */
  Difference removed(TriggerKey key, TriggerElement element, Location policy) {
    String before = SectionText.trigger(element);
    Change change =
        new Change(
            Optional.of(key),
            Optional.empty(),
            Optional.of(before),
            Optional.empty(),
            Effect.GONE,
            policy,
            element.element().startTag());
    return whole(change, before, "", "gone: this trigger no longer " + meaning(key));
  }

  private static Difference whole(Change change, String before, String after, String meaning) {
    String name = change.key().orElseThrow().trigger().policyName();
    return new Difference(change.kind(), name, before, after, meaning, List.of(change));
  }

  private String meaning(TriggerKey key) {
    return SectionText.happens(action) + " " + SectionText.condition(key.trigger());
  }
}
