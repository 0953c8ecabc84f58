package dev.autoheal.change;

import dev.autoheal.section.Attribute;

/** What a change does to the moment a trigger fires. */
public enum Effect {
  FIRES_EARLIER("fires-earlier", "fires earlier"),
  FIRES_LATER("fires-later", "fires later"),
  /** One value makes it earlier, another later. */
  MIXED("mixed", "fires earlier or later, by the load"),
  NEW("new", "new"),
  GONE("gone", "gone"),
  ACTION_CHANGED("action-changed", "action changed"),
  NONE("none", "means the same");

  private final String id;
  private final String words;

  Effect(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The word that bots read. */
  public String id() {
    return id;
  }

  /** The words that people read. */
  public String words() {
    return words;
  }

  /** Of one value of a trigger that goes from {@code before} to {@code after}. */
  static Effect of(Attribute attribute, long before, long after) {
    if (before == after) {
      return NONE;
    }
    if (before == 0 || after == 0) {
      // What 0 means to the platform is not known.
      return MIXED;
    }
    return after > before == attribute.laterWhenGreater() ? FIRES_LATER : FIRES_EARLIER;
  }

  /** Of two values of one trigger together. */
  Effect and(Effect other) {
    if (this == NONE || this == other) {
      return other;
    }
    return other == NONE ? this : this == NEW || other == NEW ? NEW : MIXED;
  }
}
