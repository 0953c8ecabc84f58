package dev.autoheal.text;

/**
 * A value or a name from a file, as a message says it: never nothing, never long, no credential.
 */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** In quotes only where a blank at its edge would not be seen otherwise. */
  public static String of(String value) {
    if (value.isEmpty()) {
      return "an empty value";
    }
    String text = Secrets.redact(value);
    String shown =
        text.codePointCount(0, text.length()) > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
            : text;
    boolean blankEdge = isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1));
    return blankEdge ? '"' + shown + '"' : shown;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
