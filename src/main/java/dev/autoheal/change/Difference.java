package dev.autoheal.change;

import java.util.List;

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
}
