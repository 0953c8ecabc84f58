package dev.autoheal.text;

/**
 * Formats a value for a message: on one line, not long, with nothing invisible and without
 * credentials.
 */
public final class QuotedLine {
  private static final int LONGEST = 40;

  private QuotedLine() {}

  /**
   * Returns the value, cut after 40 characters, with U+FFFD for each invisible character. For white
   * space alone or an empty value it returns {@code blank}.
   */
  public static String of(String value) {
    if (value.isBlank()) {
      return "blank";
    }
    StringBuilder seen = new StringBuilder();
    Secrets.redact(value)
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> seen.appendCodePoint(InvisibleCodePoints.test(c) ? 0xFFFD : c));
    return value.codePointCount(0, value.length()) > LONGEST ? seen + "…" : seen.toString();
  }
}
