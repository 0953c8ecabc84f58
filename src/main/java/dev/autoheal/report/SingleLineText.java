package dev.autoheal.report;

import dev.autoheal.text.Secrets;

/**
 * Renders text from files in one line for people, without credentials and without anything that a
 * terminal interprets.
 */
public final class SingleLineText {
  private static final int LONGEST = 80;

  private SingleLineText() {}

  /** Returns the whole text. A tab is shown as its code point too, since its width is unknown. */
  public static String of(String text) {
    return TerminalText.clean(Secrets.redact(text)).replace("\t", "<U+0009>");
  }

  /**
   * Returns the start of the text, for a table cell without room for more: 80 code points and an
   * ellipsis, if it is longer.
   */
  public static String brief(String text) {
    String whole = Secrets.redact(text);
    return of(
        whole.codePointCount(0, whole.length()) > LONGEST
            ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…"
            : whole);
  }
}
