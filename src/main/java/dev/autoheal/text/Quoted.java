package dev.autoheal.text;

/**
 * Marks what comes from a file, so that a reader tells it from the words of a message. What is
 * marked is at most 40 code points long, then cut with an ellipsis, and contains no credential. It
 * is not yet safe for a terminal.
 */
public final class Quoted {
  private static final int LONGEST = 40;

  /** The most code points of a value without marks. */
  private static final int LONGEST_BARE = 60;

  private Quoted() {}

  /** Returns the name of an element in angle brackets: {@code <requests>}. */
  public static String element(String name) {
    return "<" + brief(name) + ">";
  }

  /** Returns an attribute as a file has it: {@code count="ten"}. */
  public static String attribute(String name, String value) {
    return "%s=\"%s\"".formatted(brief(name), brief(value));
  }

  /** Returns any other text in single quotes: {@code 'x'}. */
  public static String literal(String text) {
    return "'" + brief(text) + "'";
  }

  /**
   * Returns the value, cut after 60 code points. It is in quotes only where a space at its start or
   * end would be invisible otherwise.
   */
  public static String of(String value) {
    if (value.isEmpty()) {
      return "an empty value";
    }
    boolean spaceAtEdge = isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1));
    return spaceAtEdge ? '"' + cut(value, LONGEST_BARE) + '"' : cut(value, LONGEST_BARE);
  }

  private static String brief(String value) {
    return cut(value, LONGEST);
  }

  private static String cut(String value, int longest) {
    String text = Secrets.redact(value);
    return text.codePointCount(0, text.length()) > longest
        ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…"
        : text;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
