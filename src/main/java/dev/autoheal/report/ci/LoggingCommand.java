package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.TerminalText;

/**
 * One line that the agent of Azure Pipelines takes for an issue. Whatever is put into it stays in
 * it: nothing ends the line, a property or the command, and nothing starts another.
 */
final class LoggingCommand {
  private final StringBuilder line;

  private LoggingCommand(Severity severity) {
    line = new StringBuilder("##vso[task.logissue ");
    with("type", severity.word());
  }

  /** An error or a warning. */
  static LoggingCommand of(Severity severity) {
    return new LoggingCommand(severity);
  }

  /** A property; line breaks in the value arrive. */
  LoggingCommand with(String key, String value) {
    line.append(key).append('=').append(TerminalText.clean(escape(value))).append(';');
    return this;
  }

  /** The whole line. */
  String saying(String message) {
    return line + "]" + escape(TerminalText.clean(message)) + "\n";
  }

  /** The sign of an escape first, so that none in the text is taken for one of ours. */
  private static String escape(String text) {
    return text.replace("%", "%AZP25")
        .replace(";", "%3B")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
        .replace("]", "%5D");
  }
}
