package dev.autoheal.change;

import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * One value or element that differs from what the policy asks.
 *
 * @param key the trigger; empty for a change of the action
 * @param attribute its name in web.config; empty when a whole element comes or goes
 * @param before the text that stands; empty when nothing does
 * @param after the text the policy asks for; empty when nothing may stand
 * @param effect on the trigger as a whole
 * @param policy the line that asks
 * @param at the value inside its quotes; for something missing, the start tag that lacks it
 */
public record Change(
    Kind kind,
    Optional<TriggerKey> key,
    Optional<String> attribute,
    Optional<String> before,
    Optional<String> after,
    Effect effect,
    Location policy,
    Span at) {

  /** Whether something is altered, comes or goes. */
  public enum Kind {
    SET,
    ADD,
    REMOVE;

    /** The word that bots read. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
