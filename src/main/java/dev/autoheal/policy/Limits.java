package dev.autoheal.policy;

import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.text.Location;
import dev.autoheal.text.Order;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits for sections and policies: a range for each attribute of a trigger, and the allowed
 * actions.
 *
 * @param ranges the ranges by trigger and attribute; an attribute without a range may have any
 *     value
 * @param actions the allowed actions; absent when all are allowed
 */
public record Limits(Map<Trigger, Map<Attribute, Range>> ranges, Optional<Actions> actions) {
  /** The limits that allow everything. */
  public static final Limits NONE = new Limits(Map.of(), Optional.empty());

  /**
   * A range of values. Both ends are inclusive. An end may be stated several times, since a
   * percentage of the memory and an amount can only be compared once the plan is known.
   *
   * @param mins the least values, of which the greatest holds; empty when there is no lower end
   * @param maxes the greatest values, of which the least holds; empty when there is no upper end
   */
  public record Range(List<DesiredValue> mins, List<DesiredValue> maxes) {
    private static final Order<DesiredValue> BY_VALUE = Order.by(DesiredValue::value);

    /** The range that allows every value. */
    static final Range ALL = new Range(List.of(), List.of());

    public Range {
      mins = List.copyOf(mins);
      maxes = List.copyOf(maxes);
    }

    /** Returns the range between two ends, each of which may be absent. */
    public static Range of(Optional<DesiredValue> min, Optional<DesiredValue> max) {
      return new Range(min.stream().toList(), max.stream().toList());
    }

    /**
     * Returns the lower end, the tightest of several; absent when there is none. Percentages must
     * be resolved.
     */
    public Optional<DesiredValue> min() {
      return mins.stream().max(BY_VALUE);
    }

    /**
     * Returns the upper end, the tightest of several; absent when there is none. Percentages must
     * be resolved.
     */
    public Optional<DesiredValue> max() {
      return maxes.stream().min(BY_VALUE);
    }

    /**
     * Returns the end of the range that {@code value} is beyond; empty when the value is inside.
     */
    public Optional<Breach> breach(long value) {
      if (mins.isEmpty() && maxes.isEmpty()) {
        return Optional.empty();
      }
      return min()
          .filter(end -> value < end.value())
          .map(end -> new Breach(end, "below the least"))
          .or(
              () ->
                  max()
                      .filter(end -> value > end.value())
                      .map(end -> new Breach(end, "above the most")));
    }

    private Range over(Range lower) {
      return new Range(mins.isEmpty() ? lower.mins : mins, maxes.isEmpty() ? lower.maxes : maxes);
    }

    private Range tightenedBy(Range other) {
      return new Range(joined(mins, other.mins), joined(maxes, other.maxes));
    }

    private Range map(Function<DesiredValue, Optional<DesiredValue>> change) {
      return new Range(changed(mins, change), changed(maxes, change));
    }

    private static List<DesiredValue> joined(List<DesiredValue> one, List<DesiredValue> other) {
      return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static List<DesiredValue> changed(
        List<DesiredValue> ends, Function<DesiredValue, Optional<DesiredValue>> change) {
      return ends.stream().flatMap(end -> change.apply(end).stream()).toList();
    }
  }

  /**
   * An end of a range that a value is beyond.
   *
   * @param end the end of the range
   * @param words the side on which the value is, as a phrase for a message
   */
  public record Breach(DesiredValue end, String words) {}

  /**
   * The actions that a policy allows.
   *
   * @param allowed the kinds of action; none when two lists of limits have no action in common
   * @param place the location where the policy lists them
   */
  public record Actions(Set<Action.Kind> allowed, Location place) {
    /**
     * Returns the names of the actions as a policy writes them, separated by commas; {@code none}
     * when no action is allowed.
     */
    public String words() {
      return allowed.isEmpty()
          ? "none"
          : allowed.stream().map(Action.Kind::policyName).collect(Collectors.joining(", "));
    }
  }

  /** Returns the range of an attribute; a range without ends when none is stated. */
  public Range range(Trigger trigger, Attribute attribute) {
    return ranges.getOrDefault(trigger, Map.of()).getOrDefault(attribute, Range.ALL);
  }

  /**
   * Returns the list of allowed actions when {@code action} is not in it; empty when the action is
   * allowed.
   */
  public Optional<Actions> refusing(Action.Kind action) {
    return actions.filter(known -> !known.allowed().contains(action));
  }

  /**
   * Merges these limits over {@code lower}: an end of a range or a list of actions that is absent
   * here comes from {@code lower}.
   */
  public Limits over(Limits lower) {
    return new Limits(merged(lower, Range::over), actions.or(lower::actions));
  }

  /** Returns the limits that allow only values and actions that both of these limits allow. */
  public Limits tightenedBy(Limits other) {
    return new Limits(
        merged(other, Range::tightenedBy), pick(actions, other.actions, Limits::common));
  }

  /**
   * Returns these limits with percentages of the memory converted to KB. A percentage that the plan
   * cannot resolve limits nothing.
   */
  Limits within(Plan plan) {
    return map(plan::resolve);
  }

  /**
   * Returns these limits with each end of a range replaced by the result of {@code change}. An end
   * for which the result is empty is left out.
   */
  public Limits map(Function<DesiredValue, Optional<DesiredValue>> change) {
    Map<Trigger, Map<Attribute, Range>> changed = new EnumMap<>(Trigger.class);
    ranges.forEach(
        (trigger, map) -> {
          Map<Attribute, Range> into = new EnumMap<>(Attribute.class);
          map.forEach((attribute, range) -> into.put(attribute, range.map(change)));
          changed.put(trigger, into);
        });
    return new Limits(changed, actions);
  }

  private static Actions common(Actions one, Actions other) {
    Set<Action.Kind> common = EnumSet.noneOf(Action.Kind.class);
    one.allowed.stream().filter(other.allowed::contains).forEach(common::add);
    return new Actions(common, common.equals(other.allowed) ? other.place : one.place);
  }

  private Map<Trigger, Map<Attribute, Range>> merged(Limits other, BinaryOperator<Range> merge) {
    Map<Trigger, Map<Attribute, Range>> merged = new EnumMap<>(Trigger.class);
    other.ranges.forEach((trigger, map) -> merged.put(trigger, new EnumMap<>(map)));
    ranges.forEach(
        (trigger, map) -> {
          Map<Attribute, Range> into =
              merged.computeIfAbsent(trigger, key -> new EnumMap<>(Attribute.class));
          map.forEach(
              (attribute, range) -> into.merge(attribute, range, (b, a) -> merge.apply(a, b)));
        });
    return Collections.unmodifiableMap(merged);
  }

  private static <T> Optional<T> pick(
      Optional<T> one, Optional<T> other, BinaryOperator<T> choice) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(choice.apply(one.get(), other.get()))
        : one.or(() -> other);
  }
}
