package dev.autoheal.section;

import java.util.OptionalLong;

/** Reads plain decimal numbers as IIS reads a {@code uint}: only digits, up to 4294967295. */
public final class WholeNumber {
  /** The largest number of type {@code uint}. */
  public static final long MAX = 4_294_967_295L;

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
}
