package dev.autoheal.report.html;

import dev.autoheal.report.TerminalText;

/**
 * Text from files as a page shows it: as text, whatever is in it. What a browser does not show, or
 * shows in another order, is shown as its code point, {@code <U+202E>}. A tab stays. Nothing of it
 * is a command for a runner either, in whose log the page may go.
 */
final class HtmlEscaper {
  private HtmlEscaper() {}

  /** The text for an element or for an attribute in double quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (TerminalText.isUnsafe(c)) {
        escaped.append("&lt;U+%04X&gt;".formatted(c));
      } else if (isMeant(c) || isRepeated(c, text, at)) {
        escaped.append("&#").append(c).append(';');
      } else {
        escaped.appendCodePoint(c);
      }
    }
    return escaped.toString();
  }

  /** For HTML. */
  private static boolean isMeant(int c) {
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
  }

  /** Commands of a runner start with {@code ##} or {@code ::}. */
  private static boolean isRepeated(int c, String text, int next) {
    return (c == '#' || c == ':') && next < text.length() && text.charAt(next) == c;
  }
}
