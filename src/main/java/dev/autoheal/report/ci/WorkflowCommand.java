package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.TerminalText;
import dev.autoheal.text.Location;

/**
 * Builds one line that the runner of GitHub Actions turns into an annotation. No value can end the
 * line, a property or the command, or start another one.
 */
final class WorkflowCommand {
  /** The longest message in UTF-16 units; the runner cuts a longer one. */
  private static final int LONGEST = 4096;

  private static final String CUT = "… (cut)";

  private final StringBuilder line;
  private char separator = ' ';

  private WorkflowCommand(Severity severity) {
    line = new StringBuilder("::").append(severity == Severity.INFO ? "notice" : severity.word());
  }

  /** Creates a command; the severity info becomes a {@code notice}. */
  static WorkflowCommand of(Severity severity) {
    return new WorkflowCommand(severity);
  }

  /** Adds the file as a whole, or nothing if {@code path} is empty. */
  WorkflowCommand at(String path) {
    // The runner drops every = at the start of a value.
    return path.isEmpty() ? this : with("file", path.startsWith("=") ? "./" + path : path);
  }

  /**
   * Adds a place in a file. Columns are added only for a place in one line, since they have no
   * effect otherwise.
   */
  WorkflowCommand at(Location place) {
    at(place.path());
    with("line", Integer.toString(place.line()));
    with("endLine", Integer.toString(place.endLine()));
    if (place.line() == place.endLine()) {
      with("col", Integer.toString(place.column()));
      with("endColumn", Integer.toString(place.endColumn()));
    }
    return this;
  }

  /** Adds a property; line breaks in the value are preserved. */
  WorkflowCommand with(String key, String value) {
    String escaped = escape(value).replace(":", "%3A").replace(",", "%2C");
    line.append(separator).append(key).append('=').append(TerminalText.clean(escaped));
    separator = ',';
    return this;
  }

  /**
   * Returns the whole line, with its line break. A message that is too long is cut, and says so.
   */
  String withMessage(String message) {
    String clean = TerminalText.clean(message);
    return line + "::" + escape(clean.length() > LONGEST ? cut(clean) : clean) + "\n";
  }

  private static String cut(String message) {
    int end = LONGEST - CUT.length();
    return message.substring(0, Character.isLowSurrogate(message.charAt(end)) ? end - 1 : end)
        + CUT;
  }

  private static String escape(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
