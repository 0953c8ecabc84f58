package dev.autoheal.policy;

import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy asks of one section. What is not mentioned here is not managed.
 *
 * @param triggers by key, in the order of {@link TriggerKey}
 * @param forbidden kinds of which no trigger may exist but those in {@code triggers}: {@code none}
 *     for a kind, by the line that says so
 * @param action absent when the policy leaves the action that stands
 * @param unmanaged what becomes of triggers that are not mentioned; absent means they are kept
 */
public record DesiredSection(
    Map<TriggerKey, AskedTrigger> triggers,
    Map<Trigger, Location> forbidden,
    Optional<AskedAction> action,
    Optional<AskedUnmanaged> unmanaged) {

  /** Asks for nothing. */
  public static final DesiredSection NOTHING =
      new DesiredSection(Map.of(), Map.of(), Optional.empty(), Optional.empty());

  /** Whether every section is as it asks. */
  public boolean isNothing() {
    return triggers.isEmpty()
        && forbidden.isEmpty()
        && action.isEmpty()
        && removesUnmanaged().isEmpty();
  }

  /** The line by which triggers that are not mentioned go; empty when they stay. */
  public Optional<Location> removesUnmanaged() {
    return unmanaged.filter(u -> u.what() == Unmanaged.REMOVE).map(AskedUnmanaged::place);
  }

  /** What becomes of triggers and status rules that the policy does not mention. */
  public enum Unmanaged {
    KEEP,
    /** They stay and are findings. */
    REPORT,
    REMOVE
  }

  /** One trigger: the values it must have, or that it must not exist. */
  public sealed interface AskedTrigger {
    /** Where the policy says so. */
    Location place();
  }

  /** The values a trigger must have; those not mentioned are left as they are. */
  public record Values(Map<Attribute, AskedValue> values, Location place) implements AskedTrigger {}

  /** A status rule that must not exist. */
  public record Removed(Location place) implements AskedTrigger {}

  /**
   * One value.
   *
   * @param value a number, seconds or KB, by the type of the attribute
   * @param isShare whether it is thousandths of a percent of an instance's memory instead, as it is
   *     until the plan is known; never in a policy that was read
   */
  public record AskedValue(long value, boolean isShare, Location place) {
    /** A value that stands for itself. */
    public AskedValue(long value, Location place) {
      this(value, false, place);
    }
  }

  /** What becomes of what is not mentioned, and the line that says so. */
  public record AskedUnmanaged(Unmanaged what, Location place) {}

  /** The action a section must have; a program that it does not name must not be there. */
  public record AskedAction(Action action, Location place) {}
}
