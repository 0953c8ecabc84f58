package dev.autoheal.section;

import java.util.OptionalLong;

/**
 * Reads and writes time spans as IIS reads them: {@code hh:mm:ss}, with days {@code d.hh:mm:ss}.
 * Minutes and seconds go from 0 to 59. Without days the hours may exceed 23, and {@code 29:00:00}
 * is 29 hours. Microsoft documents all three facts. Bare numbers, fractions and spaces are not
 * documented, so they are not accepted here.
 */
public final class TimeSpan {
  private static final int DAY = 86_400;

  private TimeSpan() {}

  /**
   * Returns the seconds of a text; empty when IIS is not documented to read the text as a time
   * span.
   */
  public static OptionalLong parse(String text) {
    int dot = text.indexOf('.');
    OptionalLong days = dot < 0 ? OptionalLong.of(0) : digits(text.substring(0, dot), 1, 6);
    String[] parts = text.substring(dot + 1).split(":", -1);
    if (parts.length != 3 || days.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong hours = digits(parts[0], 1, 7);
    OptionalLong minutes = digits(parts[1], 2, 2);
    OptionalLong seconds = digits(parts[2], 2, 2);
    if (hours.isEmpty() || minutes.isEmpty() || seconds.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean inRange =
        minutes.getAsLong() < 60 && seconds.getAsLong() < 60 && (dot < 0 || hours.getAsLong() < 24);
    return inRange
        ? OptionalLong.of(
            days.getAsLong() * DAY
                + hours.getAsLong() * 3600
                + minutes.getAsLong() * 60
                + seconds.getAsLong())
        : OptionalLong.empty();
  }

  /** Formats seconds as {@code hh:mm:ss}, and as {@code d.hh:mm:ss} from one day on. */
  public static String format(long seconds) {
    StringBuilder text = new StringBuilder();
    if (seconds >= DAY) {
      text.append(seconds / DAY).append('.');
    }
    appendTwoDigits(text, seconds % DAY / 3600).append(':');
    appendTwoDigits(text, seconds % 3600 / 60).append(':');
    return appendTwoDigits(text, seconds % 60).toString();
  }

  private static StringBuilder appendTwoDigits(StringBuilder text, long number) {
    return text.append(number < 10 ? "0" : "").append(number);
  }

  /** Formats seconds for people: {@code 45 s}, {@code 10 min}, {@code 1 h 30 min}, {@code 2 d}. */
  public static String words(long seconds) {
    if (seconds == 0) {
      return "0 s";
    }
    StringBuilder words = new StringBuilder();
    append(words, seconds / DAY, "d");
    append(words, seconds % DAY / 3600, "h");
    append(words, seconds % 3600 / 60, "min");
    append(words, seconds % 60, "s");
    return words.toString();
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }

  private static OptionalLong digits(String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      return OptionalLong.empty();
    }
    return WholeNumber.parse(text);
  }
}
