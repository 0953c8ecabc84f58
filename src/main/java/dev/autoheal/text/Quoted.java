package dev.autoheal.text;

/**
 * Marks text from a file, so that readers can distinguish it from the words of a message. Marked
 * text contains no credential, and is cut with an ellipsis after 40 code points. It is not yet safe
 * for a terminal.
 */
public final class Quoted {
  private static final int LONGEST = 40;

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
   * Returns a word in single quotes, like {@link #literal}.
   *
   * @param word a short word that is no text of a file, for example the name of a key
   */
  public static String name(String word) {
    return "'" + word + "'";
  }

  private static String brief(String value) {
    String text = Secrets.redact(value);
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }
}
