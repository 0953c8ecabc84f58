package dev.autoheal.report.html;

import dev.autoheal.report.TerminalText;

/**
 * Escapes text from files so that a page shows it as text, whatever it contains. A character that a
 * browser hides or reorders is shown as its code point, {@code <U+202E>}. Tabs are kept. The page
 * may go into the log of a CI runner, so no text is a command for a runner either.
 */
final class HtmlEscaper {
  private HtmlEscaper() {}

  /** Returns the text for an element, or for an attribute in double quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (TerminalText.isUnsafe(c)) {
        escaped.append("&lt;U+%04X&gt;".formatted(c));
      } else if (isMarkup(c) || isRepeated(c, text, at)) {
        escaped.append("&#").append(c).append(';');
      } else {
        escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  /** Returns whether the character has a meaning in HTML. */
  private static boolean isMarkup(int c) {
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
  }

  /**
   * Returns whether the character starts {@code ##} or {@code ::}, with which commands of a runner
   * start.
   */
  private static boolean isRepeated(int c, String text, int next) {
    return (c == '#' || c == ':') && next < text.length() && text.charAt(next) == c;
  }
}
