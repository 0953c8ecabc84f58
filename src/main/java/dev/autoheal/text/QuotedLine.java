package dev.autoheal.text;

/**
 * A value as a message quotes it: on one line, not long, with nothing invisible and no credential.
 */
public final class QuotedLine {
  private static final int LONGEST = 40;

  private QuotedLine() {}

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
