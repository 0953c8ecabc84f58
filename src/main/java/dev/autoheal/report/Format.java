package dev.autoheal.report;

import java.util.Locale;
import java.util.function.Supplier;

/** The formats of {@code --report}; a new one is a class and a line here. */
public enum Format {
  TEXT(TextReport::new),
  JSON(JsonReport::new),
  GITHUB(GithubReport::new),
  AZURE(AzureReport::new),
  GITLAB(GitlabReport::new),
  JUNIT(JunitReport::new),
  CHECKSTYLE(CheckstyleReport::new),
  RDJSON(RdjsonReport::new),
  SARIF(SarifReport::new),
  MARKDOWN(MarkdownReport::new),
  HTML(HtmlReport::new),
  PATCH(PatchReport::new);

  private final Supplier<Report> report;

  Format(Supplier<Report> report) {
    this.report = report;
  }

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

  /** A writer of this format. */
  public Report report() {
    return report.get();
  }
}
