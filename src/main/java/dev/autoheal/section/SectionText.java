package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Triggers and actions as an operator says them. */
public final class SectionText {
  private SectionText() {}

  /**
   * A trigger as it stands, in short; a status rule whose codes cannot be read has them as written.
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
    return value(texts, Attribute.STATUS_CODE, Function.identity())
        + (sub.isEmpty() ? "" : "." + sub)
        + (win32.isEmpty() ? "" : " win32 " + win32);
  }

  /** The values of a trigger as they are written. */
  public static Map<Attribute, String> texts(TriggerElement element) {
    Map<Attribute, String> texts = new EnumMap<>(Attribute.class);
    element.values().forEach((attribute, value) -> texts.put(attribute, value.text()));
    return texts;
  }

  /**
   * A trigger in short, {@code 20 over 45 s in 2 min}.
   *
   * @param values the text of each value as web.config has it; what is missing or unreadable is
   *     said as it stands
   */
  public static String trigger(TriggerKey key, Map<Attribute, String> values) {
    String count = value(values, Attribute.COUNT, Function.identity());
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
    return value(values, Attribute.COUNT, Function.identity())
        + " in "
        + value(values, Attribute.TIME_INTERVAL, SectionText::time);
  }

  /** Under which conditions a trigger fires. */
  public static String condition(Trigger trigger) {
    return switch (trigger) {
      case REQUESTS -> "under load";
      case SLOW_REQUESTS -> "when requests are slow";
      case MEMORY -> "when memory runs high";
      case STATUS_CODES -> "when errors burst";
    };
  }

  /** What an action does; of an action nobody can name, that the action is taken. */
  public static String happens(Optional<Action.Kind> action, boolean noLonger) {
    String adverb = noLonger ? "no longer " : "";
    return switch (action.map(Action.Kind::name).orElse("")) {
      case "RECYCLE" -> "a worker is " + adverb + "recycled on an instance";
      case "LOG_EVENT" -> "an event is " + adverb + "logged on an instance";
      case "CUSTOM_ACTION" -> "a program is " + adverb + "started on an instance";
      default -> "the action is " + adverb + "taken on an instance";
    };
  }

  /** The action that stands and the program beside it. */
  public static String action(ActionElement action) {
    String value = action.value().map(XmlAttribute::value).orElse("no value");
    return action(value, action.command());
  }

  /** An action and the program beside it, {@code CustomAction tool.exe -x}. */
  public static String action(String value, Optional<Action.Program> program) {
    return value + program.map(p -> " " + program(p)).orElse("");
  }

  /** A program and its arguments, {@code tool.exe -x}. */
  public static String program(Action.Program program) {
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
        ? MemorySize.words(WholeNumber.parse(text).getAsLong())
        : text;
  }
}
