package dev.autoheal.report;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.LintResult.Failure;
import dev.autoheal.text.Location;
import java.util.List;

/**
 * Renders a review for people. For each file it lists the changes in meaning, the new findings and
 * the fixed ones.
 */
final class ReviewTextReport {
  private final ReportInput input;
  private final LintResult result;
  private final StringBuilder text = new StringBuilder();

  /** Creates the report of a review. */
  ReviewTextReport(ReportInput input) {
    this.input = input;
    this.result = input.result();
  }

  /** Returns the report, or an empty string if the run failed. */
  String text() {
    if (result.failure() != Failure.NONE) {
      return "";
    }
    result.files().forEach(this::file);
    if (input.verbosity() != Verbosity.QUIET) {
      text.append(new SummaryLine(result, input.verbose(), input.all()).text(input.style()));
    }
    return text.toString();
  }

  private void file(FileResult file) {
    if (file.status() == Status.CHANGED) {
      String what = ReviewSummaryLine.isPolicy(file) ? ": policy changed" : "";
      String path = TerminalText.clean(file.path());
      text.append(AnsiColor.BOLD.on(path, input.style().color())).append(what).append('\n');
    }
    List<Difference> placed =
        file.differences().stream().map(each -> placed(each, file.path())).toList();
    text.append(TextReport.differences(placed, input.style()));
    for (ReportedFinding finding : file.findings()) {
      boolean isMinor = finding.severity() == Severity.INFO;
      if (input.verbose() || ((finding.isNew() || input.all()) && !isMinor)) {
        text.append(TextReport.finding(finding, input.style()));
      }
    }
    file.found().fixed().forEach(this::fixed);
    if (input.verbose() && file.status() == Status.SKIPPED) {
      String reason = TextReport.shown(file.reason().orElseThrow());
      String path = TerminalText.clean(file.path());
      text.append(input.style().wrapped("%s: skipped: %s".formatted(path, reason)));
    }
  }

  private static Difference placed(Difference difference, String path) {
    Location at = difference.changes().get(0).policy();
    return new Difference(
        difference.kind(),
        difference.name(),
        difference.before(),
        difference.after(),
        difference.meaning() + place(at, path),
        difference.changes());
  }

  private static String place(Location at, String path) {
    if (at.sourceLine().isEmpty()) {
      return "";
    }
    return at.path().equals(path)
        ? " (line %d)".formatted(at.line())
        : " (%s:%d)".formatted(at.path(), at.line());
  }

  private void fixed(ReportedFinding finding) {
    if (input.verbose() || finding.severity() != Severity.INFO) {
      text.append(
          TextReport.placed(
              TerminalText.clean(finding.location().path()),
              "no longer found",
              AnsiColor.GREEN,
              TextReport.shown(finding.message()),
              finding.rule(),
              input.style()));
    }
  }
}
