package dev.autoheal.report;

/**
 * Makes text from files safe for a terminal and for the log of a CI runner. A character is shown as
 * its code point, {@code <U+202E>}, if it would move the cursor, reorder or hide text, or begin a
 * command. Tabs are kept.
 */
public final class TerminalText {
  private TerminalText() {}

  /**
   * Returns the text without anything that a terminal or a runner interprets. Line breaks are shown
   * as code points too.
   */
  public static String clean(String text) {
    int start = 0;
    while (start < text.length() && isTrimmed(text.charAt(start))) {
      start++;
    }
    return text.startsWith("::", start)
        ? clean(text, 0, start) + shown(':') + clean(text, start + 1, text.length())
        : clean(text, 0, text.length());
  }

  /**
   * Cleans a range of a line that is shown after other text.
   *
   * @param from the first index, inclusive, from 0
   * @param to the last index, exclusive
   */
  static String clean(String line, int from, int to) {
    StringBuilder clean = new StringBuilder(to - from + 16);
    int at = from;
    while (at < to) {
      int c = line.codePointAt(at);
      if (isUnsafe(c) || isCommand(line, at)) {
        clean.append(shown(c));
      } else {
        clean.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    return clean.toString();
  }

  private static String shown(int c) {
    return "<U+%04X>".formatted(c);
  }

  /**
   * Returns whether .NET, in which the runners are written, trims the character. Characters that
   * are shown as code points anyway do not count.
   */
  private static boolean isTrimmed(char c) {
    return c == '\t' || Character.isSpaceChar(c);
  }

  /**
   * Returns whether {@code at} is the second {@code #} of {@code ##[…]} or {@code ##vso[…]}, which
   * are commands anywhere in a line.
   */
  private static boolean isCommand(String line, int at) {
    return line.charAt(at) == '#'
        && at > 0
        && line.charAt(at - 1) == '#'
        && (line.startsWith("[", at + 1) || line.regionMatches(true, at + 1, "vso[", 0, 4));
  }

  /**
   * Returns whether a code point is a control other than a tab, or what Unicode calls a format, a
   * surrogate, or a line or paragraph separator. The code points from U+E0000 to U+E0FFF count too.
   */
  public static boolean isUnsafe(int c) {
    if (c < 0x7F) {
      return c < ' ' && c != '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c >= 0xE0000 && c <= 0xE0FFF;
    };
  }
}
