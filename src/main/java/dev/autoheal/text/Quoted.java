package dev.autoheal.text;

/**
 * Formats a value or a name from a file for a message. The result is never empty, never long, and
 * contains no credential.
 */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /**
   * Returns the value, cut after 60 characters. It is in quotes only where a space at its start or
   * end would be invisible otherwise.
   */
  public static String of(String value) {
    if (value.isEmpty()) {
      return "an empty value";
    }
    String text = Secrets.redact(value);
    String shown =
        text.codePointCount(0, text.length()) > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
            : text;
    boolean spaceAtEdge = isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1));
    return spaceAtEdge ? '"' + shown + '"' : shown;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
