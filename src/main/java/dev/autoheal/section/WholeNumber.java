package dev.autoheal.section;

import java.util.OptionalLong;

/** Plain decimal numbers as IIS reads a {@code uint}: digits alone, up to 4294967295. */
public final class WholeNumber {
  /** The largest number of type {@code uint}. */
  public static final long MAX = 4_294_967_295L;

  private WholeNumber() {}

  /**
   * The number; empty for signs, blanks, separators, other digits than 0 to 9 and what is too
   * large.
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
