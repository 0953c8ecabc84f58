package dev.autoheal.rules;

import dev.autoheal.change.Change;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Quoted;

/** A change in words: what stands, and what the policy asks for. */
final class DriftMessage {
  private DriftMessage() {}

  static String of(Change change) {
    return "%s %s, the policy asks for %s"
        .formatted(subject(change), stands(change), change.after().map(Quoted::of).orElse("none"));
  }

  /** Whether it is another action, not only another program of it. */
  static boolean isAction(Change change) {
    return change.key().isEmpty() && change.attribute().filter("value"::equals).isPresent();
  }

  private static String stands(Change change) {
    if (change.before().isEmpty()) {
      return "is missing";
    }
    boolean isProgram = change.key().isEmpty() && change.after().isEmpty();
    return isProgram || isStatusRule(change)
        ? "stands here"
        : "is " + Quoted.of(change.before().get());
  }

  private static String subject(Change change) {
    if (isAction(change)) {
      return "the action";
    }
    if (isStatusRule(change) && change.before().isPresent()) {
      return "the status rule " + Quoted.of(change.before().get());
    }
    String attribute = change.attribute().orElse("");
    return change.key().map(key -> subject(key, attribute)).orElse(attribute);
  }

  /** Whether a status rule as a whole comes or goes. */
  private static boolean isStatusRule(Change change) {
    return change.attribute().isEmpty()
        && change.key().filter(key -> key.trigger() == Trigger.STATUS_CODES).isPresent();
  }

  /** An attribute that several triggers have is named together with its trigger. */
  private static String subject(TriggerKey key, String attribute) {
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
