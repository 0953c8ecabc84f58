package dev.autoheal.section;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain decimal numbers as IIS reads a {@code uint}: only digits, up to 4294967295. */
public final class WholeNumber {
  /** The largest number of type {@code uint}. */
  public static final long MAX = 4_294_967_295L;

  private static final Pattern FORMATTED =
      Pattern.compile("\\+?(\\d{1,10}(?:_\\d{1,10}){0,4}|\\d{1,3}(?:[ ,']\\d{3}){1,3})");

  private WholeNumber() {}

  /**
   * Returns the number. It is empty for signs, spaces, separators, digits other than 0 to 9, and
   * numbers above {@link #MAX}.
   */
  public static OptionalLong parse(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      value = value * 10 + (c - '0');
      if (value > MAX) {
        return OptionalLong.empty();
      }
    }
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /**
   * Returns the plain digits of a number with spaces around it, a plus sign or separators of
   * thousands, for example {@code 1000} for {@code 1,000}; empty for any other text.
   */
  public static Optional<String> digits(String text) {
    Matcher formatted = FORMATTED.matcher(text.strip());
    return formatted.matches()
        ? Optional.of(formatted.group(1).replaceAll("\\D", ""))
        : Optional.empty();
  }
}
