package dev.autoheal.report;

/**
 * How text for people is laid out.
 *
 * @param colour whether the reader is a terminal that shows colors
 * @param columns the most columns of a line; {@link Integer#MAX_VALUE} where it is no terminal
 */
public record TextStyle(boolean colour, int columns) {
  /** Text for a file: without colors, and in lines of any length. */
  public static final TextStyle PLAIN = new TextStyle(false, Integer.MAX_VALUE);

  /** Returns text in lines that fit, each with its line break. All but the first are indented. */
  String wrapped(String text) {
    return columns == Integer.MAX_VALUE
        ? text + "\n"
        : String.join("\n", WordWrap.lines(text, columns, "    ")) + "\n";
  }
}
