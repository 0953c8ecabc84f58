package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.DesiredSection.DesiredTrigger;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings in one place of a policy, for example {@code defaults} or an app, before they are
 * merged with others.
 *
 * @param triggers the required triggers by key
 * @param forbidden the kinds of trigger that are set to {@code none}, each with the location that
 *     says so
 * @param action the required action; absent when none is stated
 * @param unmanaged the handling of triggers that are not mentioned; absent when none is stated
 * @param limits the limits; percentages in them may be unresolved
 * @param plan the plan, as far as it is stated
 */
record SettingsLayer(
    Map<TriggerKey, DesiredTrigger> triggers,
    Map<Trigger, Location> forbidden,
    Optional<DesiredAction> action,
    Optional<DesiredUnmanaged> unmanaged,
    Limits limits,
    Plan plan) {

  /** The layer that requires nothing. */
  static final SettingsLayer EMPTY = of(Map.of(), Map.of());

  /** Creates a layer that requires only triggers. */
  static SettingsLayer of(
      Map<TriggerKey, DesiredTrigger> triggers, Map<Trigger, Location> forbidden) {
    return new SettingsLayer(
        triggers, forbidden, Optional.empty(), Optional.empty(), Limits.NONE, Plan.UNKNOWN);
  }

  /**
   * Merges this layer over {@code lower}. The values of a trigger are merged. A {@code none}
   * removes the triggers of its kind below it, and a map removes a {@code none} below it. Status
   * rules over {@code statusCodes: none} keep that {@code none}, so that they are the only ones
   * allowed. An action replaces the whole action below it.
   */
  SettingsLayer over(SettingsLayer lower) {
    Map<TriggerKey, DesiredTrigger> merged = new TreeMap<>();
    lower.triggers.forEach(
        (key, trigger) -> {
          if (!forbidden.containsKey(key.trigger())) {
            merged.put(key, trigger);
          }
        });
    triggers.forEach((key, trigger) -> merged.merge(key, trigger, SettingsLayer::merge));
    return new SettingsLayer(
        merged,
        forbiddenOver(lower),
        action.or(lower::action),
        unmanaged.or(lower::unmanaged),
        limits.over(lower.limits),
        plan.over(lower.plan));
  }

  /**
   * Merges this layer over the layer of an extended file. It works like {@link #over}, but limits
   * can only become tighter.
   */
  SettingsLayer extending(SettingsLayer lower) {
    return over(lower).limitedBy(limits.tightenedBy(lower.limits));
  }

  /** Returns this layer with other limits. */
  SettingsLayer limitedBy(Limits others) {
    return new SettingsLayer(triggers, forbidden, action, unmanaged, others, plan);
  }

  private Map<Trigger, Location> forbiddenOver(SettingsLayer lower) {
    Map<Trigger, Location> merged = new EnumMap<>(Trigger.class);
    merged.putAll(lower.forbidden);
    triggers.keySet().stream()
        .map(TriggerKey::trigger)
        .filter(trigger -> trigger != Trigger.STATUS_CODES)
        .forEach(merged::remove);
    merged.putAll(forbidden);
    return merged;
  }

  private static DesiredTrigger merge(DesiredTrigger lower, DesiredTrigger upper) {
    if (!(lower instanceof Values below) || !(upper instanceof Values above)) {
      return upper;
    }
    Map<Attribute, DesiredValue> values = new EnumMap<>(Attribute.class);
    values.putAll(below.values());
    values.putAll(above.values());
    return new Values(Collections.unmodifiableMap(values), above.place());
  }

  /**
   * Returns the section that is required when no layer is above this one.
   *
   * @param resolve the function that converts a percentage of the memory to KB; a value for which
   *     its result is empty is left out
   */
  DesiredSection desired(Function<DesiredValue, Optional<DesiredValue>> resolve) {
    Map<TriggerKey, DesiredTrigger> resolved = new TreeMap<>(triggers);
    resolved.replaceAll(
        (key, trigger) ->
            trigger instanceof Values values
                ? new Values(resolved(values, resolve), values.place())
                : trigger);
    return new DesiredSection(
        Collections.unmodifiableMap(resolved),
        Collections.unmodifiableMap(forbidden),
        action,
        unmanaged);
  }

  private static Map<Attribute, DesiredValue> resolved(
      Values values, Function<DesiredValue, Optional<DesiredValue>> resolve) {
    Map<Attribute, DesiredValue> resolved = new EnumMap<>(Attribute.class);
    values
        .values()
        .forEach(
            (attribute, value) ->
                resolve.apply(value).ifPresent(known -> resolved.put(attribute, known)));
    return resolved;
  }
}
