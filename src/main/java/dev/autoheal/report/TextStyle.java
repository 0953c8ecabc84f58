package dev.autoheal.report;

/**
 * The layout of text for people.
 *
 * @param color whether the reader is a terminal that shows colors
 * @param columns the most columns of a line; {@link Integer#MAX_VALUE} if it is not a terminal
 */
public record TextStyle(boolean color, int columns) {
  /** Text for a file: without colors, and in lines of any length. */
  public static final TextStyle PLAIN = new TextStyle(false, Integer.MAX_VALUE);

  /** Returns text in lines that fit, each with its line break. All but the first are indented. */
  String wrapped(String text) {
    return columns == Integer.MAX_VALUE
        ? text + "\n"
        : String.join("\n", WordWrap.lines(text, columns, "    ")) + "\n";
  }
}
