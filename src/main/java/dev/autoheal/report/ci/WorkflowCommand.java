package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.TerminalText;
import dev.autoheal.text.Location;

/**
 * One line that the runner of GitHub Actions takes for an annotation. Whatever is put into it stays
 * in it: nothing ends the line, a property or the command, and nothing starts another.
 */
final class WorkflowCommand {
  /** The runner cuts a longer message. */
  private static final int LONGEST = 4096;

  private static final String CUT = "… (cut)";

  private final StringBuilder line;
  private char separator = ' ';

  private WorkflowCommand(Severity severity) {
    line = new StringBuilder("::").append(severity == Severity.INFO ? "notice" : severity.word());
  }

  static WorkflowCommand of(Severity severity) {
    return new WorkflowCommand(severity);
  }

  /** The file as a whole; no file when {@code path} is empty. */
  WorkflowCommand at(String path) {
    // The runner drops each = that a value starts with.
    return path.isEmpty() ? this : with("file", path.startsWith("=") ? "./" + path : path);
  }

  /** A place in a file; columns count only where it is in one line. */
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

  /** A property; line breaks in the value arrive. */
  WorkflowCommand with(String key, String value) {
    String escaped = escape(value).replace(":", "%3A").replace(",", "%2C");
    line.append(separator).append(key).append('=').append(TerminalText.clean(escaped));
    separator = ',';
    return this;
  }

  /** The whole line; a message that is too long is cut, and says so. */
  String saying(String message) {
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
