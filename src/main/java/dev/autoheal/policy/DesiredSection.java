package dev.autoheal.policy;

import dev.autoheal.section.Action;
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
 * The state that a policy requires of one section. A policy does not manage parts that are not
 * mentioned here.
 *
 * @param triggers the required triggers by key, in the order of {@link TriggerKey}
 * @param forbidden the kinds that the policy sets to {@code none}, each with the location that says
 *     so; of such a kind only the triggers in {@code triggers} may exist
 * @param action the required action; absent when the policy keeps the action that the section has
 * @param unmanaged the handling of triggers that are not mentioned; absent means that they are kept
 */
public record DesiredSection(
    Map<TriggerKey, DesiredTrigger> triggers,
    Map<Trigger, Location> forbidden,
    Optional<DesiredAction> action,
    Optional<DesiredUnmanaged> unmanaged) {

  /** The state that requires nothing. */
  public static final DesiredSection NOTHING = of(Map.of(), Map.of());

  /** Makes the maps unmodifiable. */
  public DesiredSection {
    triggers = Collections.unmodifiableMap(triggers);
    forbidden = Collections.unmodifiableMap(forbidden);
  }

  /** Creates a state that requires only triggers. */
  public static DesiredSection of(
      Map<TriggerKey, DesiredTrigger> triggers, Map<Trigger, Location> forbidden) {
    return new DesiredSection(triggers, forbidden, Optional.empty(), Optional.empty());
  }

  /**
   * Merges this state over {@code lower}. The values of a trigger are merged. A {@code none}
   * removes the triggers of its kind below it, and a trigger removes a {@code none} below it.
   * Status rules over {@code statusCodes: none} keep that {@code none}, so that they are the only
   * ones allowed. An action replaces the whole action below it.
   */
  public DesiredSection over(DesiredSection lower) {
    Map<TriggerKey, DesiredTrigger> merged = new TreeMap<>(lower.triggers);
    merged.keySet().removeIf(key -> forbidden.containsKey(key.trigger()));
    triggers.forEach((key, trigger) -> merged.merge(key, trigger, DesiredSection::merge));
    return new DesiredSection(
        merged, forbiddenOver(lower), action.or(lower::action), unmanaged.or(lower::unmanaged));
  }

  private Map<Trigger, Location> forbiddenOver(DesiredSection lower) {
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
    return lower instanceof Values below && upper instanceof Values above
        ? above.over(below)
        : upper;
  }

  /**
   * Returns this state with each value of a trigger replaced by the result of {@code change}. A
   * value for which the result is empty is left out.
   */
  public DesiredSection map(Function<DesiredValue, Optional<DesiredValue>> change) {
    Map<TriggerKey, DesiredTrigger> changed = new TreeMap<>(triggers);
    changed.replaceAll(
        (key, trigger) -> trigger instanceof Values values ? values.map(change) : trigger);
    return new DesiredSection(changed, forbidden, action, unmanaged);
  }

  /** Returns whether nothing is required, so that every section conforms. */
  public boolean isNothing() {
    return triggers.isEmpty()
        && forbidden.isEmpty()
        && action.isEmpty()
        && removesUnmanaged().isEmpty();
  }

  /**
   * Returns the location where the policy removes triggers that it does not mention; empty when
   * they stay.
   */
  public Optional<Location> removesUnmanaged() {
    return unmanaged.filter(u -> u.what() == Unmanaged.REMOVE).map(DesiredUnmanaged::place);
  }

  /** The handling of triggers and status rules that the policy does not mention. */
  public enum Unmanaged {
    /** Such triggers stay, without a finding. */
    KEEP,
    /** Such triggers stay, and each one is a finding. */
    REPORT,
    /** Such triggers are removed. */
    REMOVE
  }

  /** The requirement for one trigger: the values that it must have, or that it must not exist. */
  public sealed interface DesiredTrigger {
    /** Returns the location where the policy states the requirement. */
    Location place();
  }

  /**
   * The values that a trigger must have. Values that are not mentioned stay as they are.
   *
   * @param values the required values by attribute
   * @param place the location where the policy states the requirement
   */
  public record Values(Map<Attribute, DesiredValue> values, Location place)
      implements DesiredTrigger {
    /** Makes the values unmodifiable. */
    public Values {
      values = Collections.unmodifiableMap(values);
    }

    private Values over(Values lower) {
      Map<Attribute, DesiredValue> merged = new EnumMap<>(Attribute.class);
      merged.putAll(lower.values);
      merged.putAll(values);
      return new Values(merged, place);
    }

    private Values map(Function<DesiredValue, Optional<DesiredValue>> change) {
      Map<Attribute, DesiredValue> changed = new EnumMap<>(Attribute.class);
      values.forEach(
          (attribute, value) ->
              change.apply(value).ifPresent(known -> changed.put(attribute, known)));
      return new Values(changed, place);
    }
  }

  /**
   * A status rule that must not exist.
   *
   * @param place the location where the policy states the requirement
   */
  public record Removed(Location place) implements DesiredTrigger {}

  /**
   * A value that a policy requires or names as a limit.
   *
   * @param value a number, seconds or KB (1024 bytes), by the type of the attribute
   * @param isShare whether {@code value} is thousandths of a percent of the memory of an instance
   *     instead; true only until the plan is known, so never in an app of a policy that was read
   * @param place the location of the value in the policy
   * @param roundedFrom the amount as the policy writes it, if {@code value} is that rounded down to
   *     a whole KB; else empty
   */
  public record DesiredValue(
      long value, boolean isShare, Location place, Optional<String> roundedFrom) {
    /** Creates a value that is not a percentage. */
    public DesiredValue(long value, Location place) {
      this(value, false, place, Optional.empty());
    }
  }

  /**
   * The handling of triggers that the policy does not mention.
   *
   * @param what the handling that the policy states
   * @param place the location where the policy states it
   */
  public record DesiredUnmanaged(Unmanaged what, Location place) {}

  /**
   * The action that a section must have. A section must not have a program that this action does
   * not name.
   *
   * @param action the required action
   * @param place the location where the policy states it
   */
  public record DesiredAction(Action action, Location place) {}
}
