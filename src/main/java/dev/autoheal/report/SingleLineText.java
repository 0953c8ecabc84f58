package dev.autoheal.report;

import dev.autoheal.text.Secrets;

/** Text from files in one line for people: no credential, nothing that a terminal obeys. */
public final class SingleLineText {
  private static final int LONGEST = 80;

  private SingleLineText() {}

  /** Whole; a tab is shown too, since nobody knows how wide it is. */
  public static String of(String text) {
    return TerminalText.clean(Secrets.redact(text)).replace("\t", "<U+0009>");
  }

  /** The start of it, where a cell of a table has no room for more. */
  public static String brief(String text) {
    String whole = Secrets.redact(text);
    return of(
        whole.codePointCount(0, whole.length()) > LONGEST
            ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…"
            : whole);
  }
}
