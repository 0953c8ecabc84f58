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

  /** Whether text for a stream is to be coloured, by {@code --color} and {@code NO_COLOR}. */
  boolean colours(String choice, boolean isTerminal) {
    boolean wanted =
        isTerminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return choice.equals("always") || (choice.equals("auto") && wanted);
  }
}
