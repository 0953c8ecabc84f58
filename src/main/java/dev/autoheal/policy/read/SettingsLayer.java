package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.AskedAction;
import dev.autoheal.policy.DesiredSection.AskedTrigger;
import dev.autoheal.policy.DesiredSection.AskedUnmanaged;
import dev.autoheal.policy.DesiredSection.AskedValue;
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

/**
 * What one place of a policy asks for, such as {@code defaults} or an app, before it is laid over
 * others.
 */
record SettingsLayer(
    Map<TriggerKey, AskedTrigger> triggers,
    Map<Trigger, Location> forbidden,
    Optional<AskedAction> action,
    Optional<AskedUnmanaged> unmanaged,
    Limits limits,
    Plan plan) {

  /** Asks for nothing. */
  static final SettingsLayer EMPTY = of(Map.of(), Map.of());

  /** Asks for triggers alone. */
  static SettingsLayer of(
      Map<TriggerKey, AskedTrigger> triggers, Map<Trigger, Location> forbidden) {
    return new SettingsLayer(
        triggers, forbidden, Optional.empty(), Optional.empty(), Limits.NONE, Plan.UNKNOWN);
  }

  /**
   * This layer on top of {@code lower}: the values of a trigger merge, {@code none} takes away what
   * is below it, and a map takes away a {@code none} that is below it. Rules over {@code
   * statusCodes: none} are then the only ones: the {@code none} stays for all others. An action
   * replaces the whole action below it.
   */
  SettingsLayer over(SettingsLayer lower) {
    Map<TriggerKey, AskedTrigger> merged = new TreeMap<>();
    lower.triggers.forEach(
        (key, asked) -> {
          if (!forbidden.containsKey(key.trigger())) {
            merged.put(key, asked);
          }
        });
    triggers.forEach((key, asked) -> merged.merge(key, asked, SettingsLayer::merge));
    return new SettingsLayer(
        merged,
        forbiddenOver(lower),
        action.or(lower::action),
        unmanaged.or(lower::unmanaged),
        limits.over(lower.limits),
        plan.over(lower.plan));
  }

  /** As {@link #over}, but limits only tighten: of another file, which this one extends. */
  SettingsLayer extending(SettingsLayer lower) {
    return over(lower).limitedBy(limits.tightenedBy(lower.limits));
  }

  /** The same with other limits. */
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

  private static AskedTrigger merge(AskedTrigger lower, AskedTrigger upper) {
    if (!(lower instanceof Values below) || !(upper instanceof Values above)) {
      return upper;
    }
    Map<Attribute, AskedValue> values = new EnumMap<>(Attribute.class);
    values.putAll(below.values());
    values.putAll(above.values());
    return new Values(Collections.unmodifiableMap(values), above.place());
  }

  /** What is asked when nothing lies above this layer. */
  DesiredSection asked() {
    return new DesiredSection(
        Collections.unmodifiableMap(triggers),
        Collections.unmodifiableMap(forbidden),
        action,
        unmanaged);
  }
}
