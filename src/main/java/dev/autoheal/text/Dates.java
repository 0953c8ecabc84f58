package dev.autoheal.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people write them in policies, comments and options. */
public final class Dates {
  private static final Pattern PLAIN = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  private Dates() {}

  /**
   * Parses a day of the calendar that is written like {@code 2027-01-31}; empty for anything else.
   */
  public static Optional<LocalDate> parse(String text) {
    Matcher date = PLAIN.matcher(text);
    try {
      return date.matches()
          ? Optional.of(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
