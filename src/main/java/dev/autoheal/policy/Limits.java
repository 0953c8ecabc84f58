package dev.autoheal.policy;

import dev.autoheal.policy.DesiredSection.AskedValue;
import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Trigger;
import dev.autoheal.text.Location;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What sections and policies may say: a range for each attribute of a trigger, and the actions.
 *
 * @param actions absent when all are allowed
 */
public record Limits(Map<Trigger, Map<Attribute, Range>> ranges, Optional<Actions> actions) {
  /** Allow everything. */
  public static final Limits NONE = new Limits(Map.of(), Optional.empty());

  /** Both ends are allowed; one may be absent. */
  public record Range(Optional<AskedValue> min, Optional<AskedValue> max) {
    /** Allows everything. */
    static final Range ALL = new Range(Optional.empty(), Optional.empty());

    /** The end of the range that {@code value} is beyond; empty when it is inside. */
    public Optional<Breach> breach(long value) {
      return min.filter(end -> value < end.value())
          .map(end -> new Breach(end, "below the least"))
          .or(
              () ->
                  max.filter(end -> value > end.value())
                      .map(end -> new Breach(end, "above the most")));
    }

    private Range over(Range lower) {
      return new Range(min.or(lower::min), max.or(lower::max));
    }

    private Range tightenedBy(Range other) {
      return new Range(
          pick(min, other.min, (a, b) -> a.value() >= b.value() ? a : b),
          pick(max, other.max, (a, b) -> a.value() <= b.value() ? a : b));
    }
  }

  /**
   * An end of a range that a value is beyond.
   *
   * @param words how it is
   */
  public record Breach(AskedValue end, String words) {}

  /** The actions that are allowed. */
  public record Actions(Set<Action.Kind> allowed, Location place) {
    /** Their names, as a policy has them. */
    public String words() {
      return allowed.isEmpty()
          ? "none"
          : allowed.stream().map(Action.Kind::policyName).collect(Collectors.joining(", "));
    }
  }

  /** The range of an attribute. */
  public Range range(Trigger trigger, Attribute attribute) {
    return ranges.getOrDefault(trigger, Map.of()).getOrDefault(attribute, Range.ALL);
  }

  /** Where the action is not allowed, the line that says which are. */
  public Optional<Actions> refusing(Action.Kind action) {
    return actions.filter(known -> !known.allowed().contains(action));
  }

  /** These where they say something, else the lower ones. */
  public Limits over(Limits lower) {
    return new Limits(merged(lower, Range::over), actions.or(lower::actions));
  }

  /** What both allow. */
  public Limits tightenedBy(Limits other) {
    return new Limits(
        merged(other, Range::tightenedBy), pick(actions, other.actions, Limits::common));
  }

  /**
   * These with percentages of the memory in KB; one of them that the plan cannot tell limits
   * nothing.
   */
  Limits within(Plan plan) {
    return map(plan::resolve);
  }

  /** These with other ends of ranges; an end that becomes empty is left out. */
  public Limits map(Function<AskedValue, Optional<AskedValue>> change) {
    Map<Trigger, Map<Attribute, Range>> changed = new EnumMap<>(Trigger.class);
    ranges.forEach(
        (trigger, map) -> {
          Map<Attribute, Range> into = new EnumMap<>(Attribute.class);
          map.forEach(
              (attribute, range) ->
                  into.put(
                      attribute,
                      new Range(range.min().flatMap(change), range.max().flatMap(change))));
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
