package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
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
import java.util.Optional;

/**
 * The formats of {@code --report}. A new format needs a class, a constant and a case in the
 * switches.
 */
enum ReportFormat {
  /** Text for a terminal. */
  TEXT,
  /** JSON with its own schema. */
  JSON,
  /** Workflow commands of GitHub Actions. */
  GITHUB,
  /** Logging commands of Azure Pipelines. */
  AZURE,
  /** A code quality report of GitLab. */
  GITLAB,
  /** JUnit XML. */
  JUNIT,
  /** Checkstyle XML. */
  CHECKSTYLE,
  /** The diagnostic format of reviewdog. */
  RDJSON,
  /** SARIF. */
  SARIF,
  /** Markdown. */
  MARKDOWN,
  /** An HTML page. */
  HTML,
  /** A patch for {@code git apply}. */
  PATCH;

  /** Returns the name of the format as {@code --report} takes it. */
  public String word() {
    return Converters.word(this);
  }

  /**
   * Returns the lowest severity of the findings whose source line the report shows or takes a
   * fingerprint of; empty when there are none.
   *
   * @param shown the lowest severity of the findings that the text report shows
   */
  Optional<Severity> excerpts(Severity shown) {
    return switch (this) {
      case TEXT -> Optional.of(shown);
      case HTML, SARIF, GITLAB -> Optional.of(Severity.INFO);
      default -> Optional.empty();
    };
  }

  /**
   * Returns whether the report shows the text of the sections, which a run keeps only when
   * required.
   */
  public boolean needsSections() {
    return this == HTML;
  }

  /** Returns whether the report has a summary that counts what {@code apply} would fix. */
  public boolean needsPreview() {
    return switch (this) {
      case TEXT, GITHUB, AZURE, JUNIT, MARKDOWN, HTML -> true;
      case JSON, GITLAB, CHECKSTYLE, RDJSON, SARIF, PATCH -> false;
    };
  }

  /** Creates a writer of this format. A switch loads no other report class. */
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
