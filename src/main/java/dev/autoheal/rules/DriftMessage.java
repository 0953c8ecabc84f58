package dev.autoheal.rules;

import dev.autoheal.change.Change;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.MemorySize;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.section.WholeNumber;
import dev.autoheal.text.Quoted;

/**
 * Builds the message for a change: what the section has, what the policy requires, and how to make
 * the change.
 *
 * @param fix how to make the change
 */
record DriftMessage(String fix) {
  /** Creates a builder for one file. The result of transforms is fixed in one of them. */
  static DriftMessage in(RuleContext context) {
    return new DriftMessage(
        context.parsed().role() == WebConfig.Role.RESULT
            ? "; edit the transform"
            : "; run `autoheal apply`");
  }

  /**
   * Returns the message for one change.
   *
   * @param program the program that the action of the section starts
   */
  String of(Change change, StartedProgram program) {
    if (change.after().isEmpty()) {
      return "unexpected %s, which the policy does not allow".formatted(name(change)) + fix;
    }
    if (change.before().isEmpty()) {
      return required("missing " + name(change), missing(change));
    }
    return change.key().isEmpty() && !isAction(change)
        ? "expected " + required(change) + fix
        : required(before(change, program), after(change));
  }

  /** Returns the message for a missing section. */
  String missingSection(boolean isTransform) {
    return isTransform
        ? required("this transform inserts no <monitoring>", "one")
        : required("missing <monitoring>", "it");
  }

  private String required(String seen, String required) {
    return "%s, but the policy requires %s".formatted(seen, required) + fix;
  }

  /** Returns whether a change replaces the action itself, not only its program. */
  static boolean isAction(Change change) {
    return change.key().isEmpty() && change.attribute().filter("value"::equals).isPresent();
  }

  /** Names what is added or removed as a whole. */
  private static String name(Change change) {
    if (change.key().isPresent()) {
      TriggerKey key = change.key().get();
      return key.status()
          .map(status -> "rule for status " + status)
          .orElseGet(() -> Quoted.element(key.trigger().element()));
    }
    String attribute = change.attribute().orElseThrow();
    return attribute.equals("customAction") ? Quoted.element(attribute) : "attribute " + attribute;
  }

  /** Returns the required values of what is missing. */
  private static String missing(Change change) {
    String after = change.after().orElseThrow();
    if (change.key().isEmpty()) {
      return after(change);
    }
    return change.key().get().trigger() == Trigger.STATUS_CODES
        ? after.substring(after.indexOf(", ") + 2)
        : after;
  }

  /** Returns the required path or arguments of a program, which may be long. */
  private static String required(Change change) {
    return Quoted.attribute(change.attribute().orElseThrow(), change.after().orElseThrow());
  }

  private static String before(Change change, StartedProgram program) {
    String attribute = change.attribute().orElseThrow();
    String before = change.before().orElseThrow();
    String seen = Quoted.attribute(attribute, before);
    if (isAction(change)) {
      return seen + program.words();
    }
    return switch (attribute) {
      case "privateBytesInKB" -> seen + size(before);
      case "count", "timeInterval" -> seen + place(change.key().orElseThrow());
      default -> seen;
    };
  }

  private static String size(String text) {
    return WholeNumber.parse(text).stream()
        .mapToObj(size -> " (%s)".formatted(MemorySize.brief(size)))
        .findFirst()
        .orElse("");
  }

  /** Names the trigger of an attribute that several triggers have. */
  private static String place(TriggerKey key) {
    return key.status()
        .map(status -> " for status " + status)
        .orElseGet(() -> " in " + Quoted.element(key.trigger().element()));
  }

  private static String after(Change change) {
    String attribute = change.attribute().orElseThrow();
    String after = change.after().orElseThrow();
    if (change.key().isEmpty()) {
      return Quoted.literal(after);
    }
    return switch (type(change.key().get(), attribute)) {
      case COUNT -> after;
      case KILOBYTES -> MemorySize.words(WholeNumber.parse(after).orElseThrow());
      case TIME_SPAN ->
          "%s (%s)".formatted(TimeSpan.words(TimeSpan.parse(after).orElseThrow()), after);
    };
  }

  private static Attribute.Type type(TriggerKey key, String name) {
    return key.trigger().attributes().stream()
        .filter(attribute -> attribute.xmlName().equals(name))
        .findFirst()
        .orElseThrow()
        .type();
  }
}
