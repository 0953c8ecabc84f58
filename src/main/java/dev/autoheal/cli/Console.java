package dev.autoheal.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command reads and writes beside files, so that a test can stand in for a terminal.
 *
 * @param current the current folder, absolute
 * @param outIsTerminal whether standard output is one
 * @param errIsTerminal whether standard error is one
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path current,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {
  /** Of a terminal that does not say. */
  private static final int COLUMNS = 80;

  /** In fewer nothing can be read, and some terminals say 0. */
  private static final int LEAST_COLUMNS = 40;

  /** Whether text for a stream is to be coloured, by {@code --color} and {@code NO_COLOR}. */
  boolean colours(String choice, boolean isTerminal) {
    boolean wanted =
        isTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return choice.equals("always") || (choice.equals("auto") && wanted);
  }

  /** How wide a line of standard output may be; no terminal takes any width. */
  int columns() {
    if (!outIsTerminal) {
      return Integer.MAX_VALUE;
    }
    String told = environment.getOrDefault("COLUMNS", "");
    return told.matches("[0-9]{1,4}") ? Math.max(LEAST_COLUMNS, Integer.parseInt(told)) : COLUMNS;
  }
}
