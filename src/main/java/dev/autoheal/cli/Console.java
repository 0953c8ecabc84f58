package dev.autoheal.cli;

import dev.autoheal.report.TextStyle;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams and the environment of a command, which a test can replace.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param current the current folder, absolute
 * @param environment the environment variables by name
 * @param outIsTerminal whether standard output is a terminal
 * @param errIsTerminal whether standard error is a terminal
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path current,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {
  /** The width of a terminal that does not report it. */
  private static final int COLUMNS = 80;

  /** The least width. Fewer columns are unreadable, and some terminals report 0. */
  private static final int LEAST_COLUMNS = 40;

  /**
   * Returns whether text for a stream is colored. The value {@code auto} colors a terminal, unless
   * {@code NO_COLOR} is set or {@code TERM} is {@code dumb}.
   *
   * @param choice the value of {@code --color}
   * @param isTerminal whether the stream is a terminal
   */
  boolean isColored(String choice, boolean isTerminal) {
    boolean wanted =
        isTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return choice.equals("always") || (choice.equals("auto") && wanted);
  }

  /** Returns the layout of text for standard output, by the value of {@code --color}. */
  TextStyle style(String color) {
    return new TextStyle(isColored(color, outIsTerminal), columns());
  }

  /** Returns the layout of text for standard error. Its width is known only with the other's. */
  TextStyle errorStyle(String color) {
    return new TextStyle(
        isColored(color, errIsTerminal), errIsTerminal ? columns() : Integer.MAX_VALUE);
  }

  /**
   * Returns how many columns a line of standard output may have; there is no limit if it is not a
   * terminal.
   */
  int columns() {
    if (!outIsTerminal) {
      return Integer.MAX_VALUE;
    }
    String reported = environment.getOrDefault("COLUMNS", "");
    return reported.matches("[0-9]{1,4}")
        ? Math.max(LEAST_COLUMNS, Integer.parseInt(reported))
        : COLUMNS;
  }
}
