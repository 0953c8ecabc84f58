package dev.autoheal.change;

import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * A value or an element of a section that differs from what the policy requires.
 *
 * @param key the trigger; empty for a change of the action
 * @param attribute the name of the attribute in web.config; empty when a whole element is added or
 *     removed
 * @param before the existing text; empty when there is none
 * @param after the text that the policy requires; empty when the value or element must not exist
 * @param effect the effect on the trigger as a whole
 * @param policy the line of the policy that requires the change
 * @param at the value inside its quotes; for something missing, the start tag that lacks it
 */
public record Change(
    Optional<TriggerKey> key,
    Optional<String> attribute,
    Optional<String> before,
    Optional<String> after,
    Effect effect,
    Location policy,
    Span at) {

  /** The kinds of changes, in the order in which differences are listed. */
  public enum Kind {
    /** An existing value is changed. */
    SET,
    /** A missing value or element is added. */
    ADD,
    /** An existing value or element is removed. */
    REMOVE;

    /** Returns the identifier in machine-readable reports: the name in lower case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns this change with another effect. */
  Change as(Effect other) {
    return new Change(key, attribute, before, after, other, policy, at);
  }

  /** Returns whether the value or element is changed, added or removed. */
  public Kind kind() {
    if (after.isEmpty()) {
      return Kind.REMOVE;
    }
    return before.isPresent() ? Kind.SET : Kind.ADD;
  }
}
