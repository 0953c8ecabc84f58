package dev.autoheal.cli;

import dev.autoheal.report.MarkdownReport;
import dev.autoheal.report.PatchReport;
import dev.autoheal.report.Report;
import dev.autoheal.report.TextReport;
import dev.autoheal.report.ci.AzureReport;
import dev.autoheal.report.ci.CheckstyleReport;
import dev.autoheal.report.ci.GithubReport;
import dev.autoheal.report.ci.JunitReport;
import dev.autoheal.report.html.HtmlReport;
import dev.autoheal.report.json.GitlabReport;
import dev.autoheal.report.json.JsonReport;
import dev.autoheal.report.json.RdjsonReport;
import dev.autoheal.report.json.SarifReport;
import java.util.Locale;

/** The formats of {@code --report}; a new one is a class and its lines here. */
public enum ReportFormat {
  TEXT,
  JSON,
  GITHUB,
  AZURE,
  GITLAB,
  JUNIT,
  CHECKSTYLE,
  RDJSON,
  SARIF,
  MARKDOWN,
  HTML,
  PATCH;

  /** The word after {@code --report}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it shows what the sections say, which a run keeps only when asked. */
  public boolean needsSections() {
    return this == HTML;
  }

  /** Whether it has a summary that counts what {@code apply} would fix. */
  public boolean needsPreview() {
    return switch (this) {
      case TEXT, GITHUB, AZURE, JUNIT, MARKDOWN, HTML -> true;
      case JSON, GITLAB, CHECKSTYLE, RDJSON, SARIF, PATCH -> false;
    };
  }

  /** Makes a writer of this format; a switch loads no class but that one. */
  public Report report() {
    return switch (this) {
      case TEXT -> new TextReport();
      case JSON -> new JsonReport();
      case GITHUB -> new GithubReport();
      case AZURE -> new AzureReport();
      case GITLAB -> new GitlabReport();
      case JUNIT -> new JunitReport();
      case CHECKSTYLE -> new CheckstyleReport();
      case RDJSON -> new RdjsonReport();
      case SARIF -> new SarifReport();
      case MARKDOWN -> new MarkdownReport();
      case HTML -> new HtmlReport();
      case PATCH -> new PatchReport();
    };
  }
}
