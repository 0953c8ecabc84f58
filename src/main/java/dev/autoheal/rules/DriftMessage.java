package dev.autoheal.rules;

import dev.autoheal.change.Change;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Quoted;
import java.util.Optional;

/**
 * Builds the message for a change: the value that the section has, and the value that the policy
 * requires.
 */
final class DriftMessage {
  private DriftMessage() {}

  /**
   * Returns the message for one change.
   *
   * @param started the program that the action of the section starts; empty if it starts none
   */
  static String of(Change change, Optional<String> started) {
    String program =
        started
            .filter(exe -> isAction(change))
            .map(exe -> " (%s)".formatted(Quoted.of(exe)))
            .orElse("");
    return "%s %s%s, the policy asks for %s"
        .formatted(
            name(change), state(change), program, change.after().map(Quoted::of).orElse("none"));
  }

  /** Returns whether a change replaces the action itself, not only its program. */
  static boolean isAction(Change change) {
    return change.key().isEmpty() && change.attribute().filter("value"::equals).isPresent();
  }

  private static String state(Change change) {
    if (change.before().isEmpty()) {
      return "is missing";
    }
    boolean isProgram = change.key().isEmpty() && change.after().isEmpty();
    return isProgram || isStatusRule(change)
        ? "stands here"
        : "is " + Quoted.of(change.before().get());
  }

  private static String name(Change change) {
    if (isAction(change)) {
      return "the action";
    }
    if (isStatusRule(change) && change.before().isPresent()) {
      return "the status rule " + Quoted.of(change.before().get());
    }
    String attribute = change.attribute().orElse("");
    return change.key().map(key -> name(key, attribute)).orElse(attribute);
  }

  /** Returns whether a status rule as a whole is added or removed. */
  private static boolean isStatusRule(Change change) {
    return change.attribute().isEmpty()
        && change.key().filter(key -> key.trigger() == Trigger.STATUS_CODES).isPresent();
  }

  /** Names an attribute together with its trigger when several triggers have such an attribute. */
  private static String name(TriggerKey key, String attribute) {
    String trigger =
        key.trigger() == Trigger.STATUS_CODES ? "a status rule" : key.trigger().policyName();
    if (attribute.isEmpty()) {
      return trigger;
    }
    boolean isShared = attribute.equals("count") || attribute.equals("timeInterval");
    return isShared
        ? attribute + " of " + key.status().map(s -> "the rule for " + s).orElse(trigger)
        : attribute;
  }
}
