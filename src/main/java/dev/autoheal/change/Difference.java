package dev.autoheal.change;

import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * All changes of one trigger, or of the action, described for an operator.
 *
 * @param kind whether the whole is changed, added or removed
 * @param name the name of the trigger, or {@code action}
 * @param before a description of the existing values; empty when there are none
 * @param after a description of what the policy requires; empty when nothing may exist
 * @param meaning a description of the effect
 * @param changes the single changes; they may be none
 */
public record Difference(
    Change.Kind kind,
    String name,
    String before,
    String after,
    String meaning,
    List<Change> changes) {
  /** Copies the list. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /**
   * Creates the difference of something outside the sections that affects their check, for example
   * a policy key.
   *
   * @param kind whether it is changed, added or removed
   * @param name the name of the thing that differs
   * @param before the earlier text; empty when there was none
   * @param after the later text; empty when there is none
   * @param meaning a description of the effect
   * @param place its location
   */
  public static Difference outsideSections(
      Change.Kind kind,
      String name,
      Optional<String> before,
      Optional<String> after,
      String meaning,
      Location place) {
    Change change =
        new Change(
            Optional.empty(), Optional.of(name), before, after, Effect.NONE, place, Span.at(0));
    return new Difference(
        kind, name, before.orElse(""), after.orElse(""), meaning, List.of(change));
  }
}
