package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The line that sums up a review.
 *
 * @param result the result of the review
 * @param verbose whether the report shows notes (severity info)
 * @param all whether the report shows the findings that were there before, except notes
 */
record ReviewSummaryLine(LintResult result, boolean verbose, boolean all) {
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
    String news =
        counts(result.findings().stream().filter(ReportedFinding::isNew), "new ", verbose);
    return "%s reviewed%s: %s. %s"
        .formatted(
            FindingCounts.of(files, "file"),
            policies == 0 ? "" : ", " + FindingCounts.of(policies, "policy change"),
            news.isEmpty() ? "no new findings" : news,
            others());
  }

  private static String counts(
      Stream<ReportedFinding> findings, String adjective, boolean notesShown) {
    return new FindingCounts(findings.toList(), adjective, notesShown).text();
  }

  private static String hint(int remaining) {
    return " (--all shows %s)".formatted(remaining == 1 ? "it" : "them");
  }

  private String others() {
    boolean isShown = all || verbose;
    List<ReportedFinding> old =
        result.findings().stream().filter(finding -> !finding.isNew()).toList();
    String remaining = counts(old.stream(), "", verbose || !all);
    String fixed =
        counts(result.files().stream().flatMap(file -> file.found().fixed().stream()), "", verbose);
    long changes = result.files().stream().mapToLong(file -> file.differences().size()).sum();
    return (remaining.isEmpty()
            ? ""
            : "Remaining: %s%s. ".formatted(remaining, isShown ? "" : hint(old.size())))
        + (fixed.isEmpty() ? "" : "Fixed: %s. ".formatted(fixed))
        + (changes == 0 ? "" : "%s. ".formatted(FindingCounts.of(changes, "change")));
  }
}
