package dev.autoheal.section;

import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Describes triggers and actions for an operator. */
public final class SectionText {
  private SectionText() {}

  /**
   * Describes an existing trigger in short. If the codes of a status rule cannot be read, they are
   * shown as written. Values that are not valid are in quotes.
   */
  public static String trigger(TriggerElement element) {
    Map<Attribute, String> texts = texts(element);
    return element
        .key()
        .map(key -> trigger(key, texts))
        .orElseGet(() -> status(texts) + ", " + burst(texts));
  }

  private static String status(Map<Attribute, String> texts) {
    String sub = texts.getOrDefault(Attribute.SUB_STATUS_CODE, "");
    String win32 = texts.getOrDefault(Attribute.WIN32_STATUS_CODE, "");
    return value(texts, Attribute.STATUS_CODE, SectionText::number)
        + (sub.isEmpty() ? "" : "." + number(sub))
        + (win32.isEmpty() ? "" : " win32 " + number(win32));
  }

  /** Returns the values of a trigger as they are written. */
  public static Map<Attribute, String> texts(TriggerElement element) {
    Map<Attribute, String> texts = new EnumMap<>(Attribute.class);
    element.values().forEach((attribute, value) -> texts.put(attribute, value.text()));
    return texts;
  }

  /**
   * Describes a trigger in short: {@code 20 over 45 s in 2 min}.
   *
   * @param key the trigger
   * @param values the text of each value as web.config has it; a missing value is named as missing,
   *     and one that is not valid is in quotes
   */
  public static String trigger(TriggerKey key, Map<Attribute, String> values) {
    String count = value(values, Attribute.COUNT, SectionText::number);
    String interval = value(values, Attribute.TIME_INTERVAL, SectionText::time);
    return switch (key.trigger()) {
      case REQUESTS -> burst(values);
      case SLOW_REQUESTS ->
          count
              + " over "
              + value(values, Attribute.TIME_TAKEN, SectionText::time)
              + " in "
              + interval;
      case MEMORY -> value(values, Attribute.PRIVATE_BYTES, SectionText::size);
      case STATUS_CODES -> key.status().orElseThrow() + ", " + burst(values);
    };
  }

  private static String burst(Map<Attribute, String> values) {
    return value(values, Attribute.COUNT, SectionText::number)
        + " in "
        + value(values, Attribute.TIME_INTERVAL, SectionText::time);
  }

  /** Describes the condition under which a trigger fires. */
  public static String condition(Trigger trigger) {
    return switch (trigger) {
      case REQUESTS -> "under load";
      case SLOW_REQUESTS -> "when requests are slow";
      case MEMORY -> "when memory use is high";
      case STATUS_CODES -> "on a burst of errors";
    };
  }

  /**
   * Describes what an action does, without a subject. For an unknown action the text says only that
   * the action runs.
   *
   * @param action the action; empty if it is unknown
   */
  public static String happens(Optional<Action.Kind> action) {
    return switch (action.map(Action.Kind::name).orElse("")) {
      case "RECYCLE" -> "recycles the worker process of an instance";
      case "LOG_EVENT" -> "logs an event on an instance";
      case "CUSTOM_ACTION" -> "starts a program on an instance";
      default -> "runs the action on an instance";
    };
  }

  /** Describes an existing action and the program in it. */
  public static String action(ActionElement action) {
    return action(value(action), action.command());
  }

  /** Returns the value of an action as it is written; an unknown one is in quotes. */
  public static String value(ActionElement action) {
    String value = action.value().map(XmlAttribute::value).orElse("");
    if (value.isBlank()) {
      return missing("value");
    }
    return action.kind().isPresent() ? value : Quoted.literal(value);
  }

  /**
   * Describes an action and its program: {@code CustomAction tool.exe -x}.
   *
   * @param value the value of the {@code actions} element
   * @param program the program; empty if there is none
   */
  public static String action(String value, Optional<Action.Program> program) {
    return value + program.map(p -> " " + program(p)).orElse("");
  }

  /** Describes a program and its arguments: {@code tool.exe -x}. */
  public static String program(Action.Program program) {
    return (program.exe() + " " + program.parameters()).strip();
  }

  private static String value(
      Map<Attribute, String> values, Attribute attribute, Function<String, String> words) {
    String text = values.get(attribute);
    return text == null ? missing(attribute.xmlName()) : words.apply(text);
  }

  private static String missing(String attribute) {
    return "(missing %s)".formatted(attribute);
  }

  private static String number(String text) {
    return WholeNumber.parse(text).isPresent() ? text : Quoted.literal(text);
  }

  private static String time(String text) {
    return TimeSpan.parse(text).isPresent()
        ? TimeSpan.words(TimeSpan.parse(text).getAsLong())
        : Quoted.literal(text);
  }

  private static String size(String text) {
    return WholeNumber.parse(text).isPresent()
        ? MemorySize.words(WholeNumber.parse(text).getAsLong())
        : Quoted.literal(text);
  }
}
