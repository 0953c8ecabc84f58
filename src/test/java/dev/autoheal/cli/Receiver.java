package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Checks a report like the program that reads it. */
public final class Receiver {
  private Receiver() {}

  /**
   * Fails if the receiver of {@code format} would reject the report or run a command from a file.
   *
   * @return the text of the report, without commands of autoheal to the receiver
   */
  public static String examined(String format, byte[] report) {
    String text = new String(report, UTF_8);
    switch (format) {
      case "github" -> {
        return RunnerLog.examined(text);
      }
      case "azure" -> {
        return AgentIssues.examined(text);
      }
      case "markdown" -> MarkdownPageReader.examined(text);
      case "html" -> HtmlPageReader.examined(text);
      case "sarif" -> SarifSchema.validated(report);
      case "gitlab" -> GitlabSchema.validated(report);
      case "rdjson" -> RdjsonSchema.validated(report);
      case "junit", "checkstyle" -> XmlReport.validated(format, report);
      default -> {}
    }
    return text;
  }
}
