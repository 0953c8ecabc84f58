package dev.autoheal.change;

import dev.autoheal.section.Action;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Size;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WholeNumber;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Triggers and actions as an operator says them. */
final class Words {
  private Words() {}

  /**
   * A trigger in short, {@code 20 over 45 s in 2 min}.
   *
   * @param values the text of each value as web.config has it; what is missing or unreadable is
   *     said as it stands
   */
  static String trigger(TriggerKey key, Map<Attribute, String> values) {
    String count = value(values, Attribute.COUNT, Function.identity());
    String interval = value(values, Attribute.TIME_INTERVAL, Words::time);
    return switch (key.trigger()) {
      case REQUESTS -> count + " in " + interval;
      case SLOW_REQUESTS ->
          count + " over " + value(values, Attribute.TIME_TAKEN, Words::time) + " in " + interval;
      case MEMORY -> value(values, Attribute.PRIVATE_BYTES, Words::size);
      case STATUS_CODES -> key.status().orElseThrow() + ", " + count + " in " + interval;
    };
  }

  /** Under which conditions a trigger fires. */
  static String condition(Trigger trigger) {
    return switch (trigger) {
      case REQUESTS -> "under load";
      case SLOW_REQUESTS -> "when requests are slow";
      case MEMORY -> "when memory runs high";
      case STATUS_CODES -> "when errors burst";
    };
  }

  /** What an action does; of an action nobody can name, that the action is taken. */
  static String happens(Optional<Action.Kind> action, boolean noLonger) {
    String adverb = noLonger ? "no longer " : "";
    return switch (action.map(Action.Kind::name).orElse("")) {
      case "RECYCLE" -> "a worker is " + adverb + "recycled on an instance";
      case "LOG_EVENT" -> "an event is " + adverb + "logged on an instance";
      case "CUSTOM_ACTION" -> "a program is " + adverb + "started on an instance";
      default -> "the action is " + adverb + "taken on an instance";
    };
  }

  /** An action and the program beside it, {@code CustomAction tool.exe -x}. */
  static String action(String value, Optional<Action.Program> program) {
    return value + program.map(p -> " " + program(p)).orElse("");
  }

  /** A program and its arguments, {@code tool.exe -x}. */
  static String program(Action.Program program) {
    return (program.exe() + " " + program.parameters()).strip();
  }

  private static String value(
      Map<Attribute, String> values, Attribute attribute, Function<String, String> words) {
    String text = values.get(attribute);
    return text == null ? "no " + attribute.xmlName() : words.apply(text);
  }

  private static String time(String text) {
    return TimeSpan.parse(text).isPresent()
        ? TimeSpan.words(TimeSpan.parse(text).getAsLong())
        : text;
  }

  private static String size(String text) {
    return WholeNumber.parse(text).isPresent()
        ? Size.words(WholeNumber.parse(text).getAsLong())
        : text;
  }
}
