package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Who reads a report that is no text for people, as far as a test can be them. */
public final class Receiver {
  private Receiver() {}

  /**
   * Fails when the receiver of {@code format} would refuse the report, or obey anything in it.
   *
   * @return what a terminal may read of it
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
