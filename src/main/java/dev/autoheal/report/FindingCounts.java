package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts findings by severity, in words.
 *
 * @param findings the findings to count
 * @param adjective a word to put before each noun; may be empty
 * @param notesShown whether the report shows notes (severity info)
 */
record FindingCounts(List<ReportedFinding> findings, String adjective, boolean notesShown) {
  /**
   * Returns the counts of errors, warnings and notes, for example {@code 1 error, 2 warnings};
   * empty when there are no findings. It names the option that shows hidden notes.
   */
  String text() {
    List<String> counts = new ArrayList<>();
    add(counts, Severity.ERROR, "error");
    add(counts, Severity.WARNING, "warning");
    add(counts, Severity.INFO, "note");
    return String.join(", ", counts);
  }

  private void add(List<String> counts, Severity severity, String noun) {
    long count = findings.stream().filter(finding -> finding.severity() == severity).count();
    if (count > 0) {
      boolean isHidden = severity == Severity.INFO && !notesShown;
      String hint = isHidden ? " (--verbose shows %s)".formatted(count == 1 ? "it" : "them") : "";
      counts.add(of(count, adjective + noun) + hint);
    }
  }

  /** Returns a count and its noun, with an {@code s} unless the count is 1. */
  static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
