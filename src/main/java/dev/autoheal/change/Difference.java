package dev.autoheal.change;

import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * All changes of one trigger, or of the action, as an operator reads them.
 *
 * @param name the trigger's name, or {@code action}
 * @param before what stands, in words; empty when nothing does
 * @param after what the policy asks, in words; empty when nothing may stand
 * @param meaning what it does, in words
 */
public record Difference(
    Change.Kind kind,
    String name,
    String before,
    String after,
    String meaning,
    List<Change> changes) {
  public Difference {
    changes = List.copyOf(changes);
  }

  /**
   * Of something beside the sections that bears on how they are judged, such as a key of a policy.
   *
   * @param place where it stands
   */
  public static Difference beside(
      Change.Kind kind,
      String name,
      Optional<String> before,
      Optional<String> after,
      String meaning,
      Location place) {
    Change change =
        new Change(
            kind,
            Optional.empty(),
            Optional.of(name),
            before,
            after,
            Effect.NONE,
            place,
            Span.at(0));
    return new Difference(
        kind, name, before.orElse(""), after.orElse(""), meaning, List.of(change));
  }
}
