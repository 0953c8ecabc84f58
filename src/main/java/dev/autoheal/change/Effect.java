package dev.autoheal.change;

import dev.autoheal.section.Attribute;

/** The effect that a change has on the moment when a trigger fires. */
public enum Effect {
  /** The trigger fires earlier. */
  FIRES_EARLIER("fires-earlier", "fires earlier"),
  /** The trigger fires later. */
  FIRES_LATER("fires-later", "fires later"),
  /** One value makes the trigger fire earlier, and another one later. */
  MIXED("mixed", "fires earlier or later, depending on load"),
  /** The trigger did not exist or did nothing before. */
  NEW("new", "new"),
  /** The trigger is removed. */
  GONE("gone", "gone"),
  /** The action is changed, added or removed. */
  ACTION_CHANGED("action-changed", "action changed"),
  /** A deployment tool fills in a value, so the effect is unknown until then. */
  UNKNOWN("unknown", "unknown until deployment"),
  /** The meaning stays the same. */
  NONE("none", "same meaning");

  private final String id;
  private final String words;

  Effect(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** Returns the identifier in machine-readable reports. */
  public String id() {
    return id;
  }

  /** Returns the text for people. */
  public String words() {
    return words;
  }

  /**
   * Returns the effect of one value of a trigger that changes from {@code before} to {@code after}.
   * It is {@link #MIXED} when exactly one of the two is 0.
   */
  static Effect of(Attribute attribute, long before, long after) {
    if (before == after) {
      return NONE;
    }
    if (before == 0 || after == 0) {
      // It is not known what 0 means to the platform.
      return MIXED;
    }
    return after > before == attribute.laterWhenGreater() ? FIRES_LATER : FIRES_EARLIER;
  }

  /**
   * Returns the effect of two values of one trigger together. {@link #NONE} changes nothing, and
   * {@link #NEW} overrides the others. Two different effects are otherwise {@link #MIXED}.
   */
  Effect and(Effect other) {
    if (this == NONE || this == other) {
      return other;
    }
    return other == NONE ? this : this == NEW || other == NEW ? NEW : MIXED;
  }
}
