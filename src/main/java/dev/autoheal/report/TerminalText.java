package dev.autoheal.report;

/**
 * Makes text from files safe for a terminal and for the log of a CI runner: what would move the
 * cursor, reorder or hide text, or be taken for a command, is shown as its code point, {@code
 * <U+202E>}. A tab stays.
 */
public final class TerminalText {
  private TerminalText() {}

  /** The text without anything a terminal or a runner obeys; line breaks are shown too. */
  public static String clean(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return text.startsWith("::", start)
        ? clean(text, 0, start) + shown(':') + clean(text, start + 1, text.length())
        : clean(text, 0, text.length());
  }

  /** A part of a line that is shown behind other text. */
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

  /** What .NET trims, in which the runners are written, as far as it is not shown anyway. */
  private static boolean isBlank(char c) {
    return c == '\t' || Character.isSpaceChar(c);
  }

  /** At the second {@code #} of {@code ##[…]} and {@code ##vso[…]}, which stand anywhere. */
  private static boolean isCommand(String line, int at) {
    return line.charAt(at) == '#'
        && at > 0
        && line.charAt(at - 1) == '#'
        && (line.startsWith("[", at + 1) || line.regionMatches(true, at + 1, "vso[", 0, 4));
  }

  /** Controls, and what Unicode calls format, surrogate, line or paragraph separator. */
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
