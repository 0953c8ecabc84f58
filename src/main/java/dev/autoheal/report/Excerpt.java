package dev.autoheal.report;

import dev.autoheal.text.Location;

/** Renders the source line of a place with carets under it, as compilers show it. */
public final class Excerpt {
  private static final int WINDOW = 160;

  private static final int TAB = 8;

  /** The columns before the source line, and those of the marks where it is cut. */
  private static final int MARGIN = 10;

  private Excerpt() {}

  /**
   * Returns the source line and a line of carets, or an empty string if there is no text to show. A
   * line of more than 160 characters, or than fit, is cut to the text around the place.
   */
  static String of(Location location, AnsiColor paint, TextStyle style) {
    int columns = style.columns() - MARGIN;
    int window = Math.min(WINDOW, columns);
    String line = location.sourceLine();
    int column = Math.min(location.column() - 1, line.length());
    int end = location.endLine() == location.line() ? location.endColumn() - 1 : line.length();
    int to = Math.max(column, Math.min(end, line.length()));
    int from = boundary(line, start(line, column, window, columns));
    int until = boundary(line, Math.min(line.length(), from + window));
    if (line.substring(from, until).isBlank()) {
      return "";
    }
    int marks = Math.max(column, Math.min(to, until));
    String ahead = (from > 0 ? "…" : "") + TerminalText.clean(line, from, column);
    String marked = TerminalText.clean(line, column, Math.min(to, marks));
    String behind = TerminalText.clean(line, marks, until) + (until < line.length() ? "…" : "");
    String carets = "^".repeat(Math.max(1, width(marked)));
    return "%5d | %s\n      | %s%s\n"
        .formatted(
            location.line(),
            (ahead + marked + behind).stripTrailing(),
            spaces(ahead),
            paint.on(carets, style.color()));
  }

  /**
   * Returns where to start, so that the place and some text around it fit. A cut line is shown
   * without its indentation where possible.
   *
   * @param columns the columns of the terminal that the source line may take
   */
  private static int start(String line, int column, int window, int columns) {
    if (line.length() <= window && widest(line) <= columns) {
      return 0;
    }
    int start = Math.max(0, column - window * 3 / 8);
    while (start < column && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Returns the columns of a short line with tabs as wide as they can be. */
  private static int widest(String line) {
    return line.length() + (int) line.chars().filter(c -> c == '\t').count() * (TAB - 1);
  }

  /**
   * Returns {@code at}, or one less if {@code at} is between the two halves of a surrogate pair.
   */
  public static int boundary(String line, int at) {
    return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }

  /** Returns spaces that are as wide as {@code text}; tabs stay tabs. */
  private static String spaces(String text) {
    StringBuilder spaces = new StringBuilder();
    text.codePoints()
        .forEach(c -> spaces.append(c == '\t' ? "\t" : " ".repeat(width(Character.toString(c)))));
    return spaces.toString();
  }

  /**
   * Returns the width of a text in columns of a terminal. East Asian letters and emoji take two
   * columns, non-spacing marks none.
   */
  public static int width(String text) {
    return text.codePoints().map(Excerpt::columns).sum();
  }

  private static int columns(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /**
   * Returns whether a character takes two columns of a terminal, as East Asian letters and emoji
   * do.
   */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
