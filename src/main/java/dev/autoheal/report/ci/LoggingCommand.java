package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.TerminalText;

/**
 * Builds one line that the agent of Azure Pipelines turns into an issue. No value can end the line,
 * a property or the command, or start another one.
 */
final class LoggingCommand {
  private final StringBuilder line;

  private LoggingCommand(Severity severity) {
    line = new StringBuilder("##vso[task.logissue ");
    with("type", severity.word());
  }

  /** Creates a command for an error or a warning. */
  static LoggingCommand of(Severity severity) {
    return new LoggingCommand(severity);
  }

  /** Adds a property; line breaks in the value are preserved. */
  LoggingCommand with(String key, String value) {
    line.append(key).append('=').append(TerminalText.clean(escape(value))).append(';');
    return this;
  }

  /** Returns the whole line, with its line break. */
  String withMessage(String message) {
    return line + "]" + escape(TerminalText.clean(message)) + "\n";
  }

  /** Escapes the percent sign first, so that no escape in the text is read as one of ours. */
  private static String escape(String text) {
    return text.replace("%", "%AZP25")
        .replace(";", "%3B")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
        .replace("]", "%5D");
  }
}
