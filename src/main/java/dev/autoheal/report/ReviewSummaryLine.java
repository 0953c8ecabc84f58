package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import java.util.Locale;

/**
 * The line that sums up a review.
 *
 * @param result the result of the review
 */
record ReviewSummaryLine(LintResult result) {
  /**
   * Returns whether a reviewed file is a policy; of all files in a review only policies are YAML.
   */
  static boolean isPolicy(FileResult file) {
    return file.path().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
  }

  /** Returns the counts of files, policy changes and findings, without a line break. */
  String text() {
    long policies = result.files().stream().filter(ReviewSummaryLine::isPolicy).count();
    long files = result.files().size() - policies - result.count(Status.SKIPPED);
    return "%s reviewed%s: %s, %s. %s"
        .formatted(
            SummaryLine.count(files, "file"),
            policies == 0 ? "" : ", " + SummaryLine.count(policies, "policy change"),
            SummaryLine.count(fresh(Severity.ERROR), "new error"),
            SummaryLine.count(fresh(Severity.WARNING), "new warning"),
            others());
  }

  private long fresh(Severity severity) {
    return result.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .filter(ReportedFinding::isNews)
        .count();
  }

  private String others() {
    long remaining = result.count(State.REMAINING);
    long fixed = result.count(State.FIXED);
    long changes = result.files().stream().mapToLong(file -> file.differences().size()).sum();
    return (remaining == 0 ? "" : "%d remaining. ".formatted(remaining))
        + (fixed == 0 ? "" : "%d fixed. ".formatted(fixed))
        + (changes == 0 ? "" : "%s. ".formatted(SummaryLine.count(changes, "change")));
  }
}
