package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import java.util.List;

/**
 * A run, and the other data that a report needs.
 *
 * @param result the result of the run
 * @param command the command that the user typed
 * @param exitCode the exit code of the process
 * @param verbosity the level of detail of the text report
 * @param style how the text report is laid out
 * @param all whether a review also reports the findings that were there before
 * @param watched whether the report goes to standard output, which a terminal or a CI runner
 *     interprets
 */
public record ReportInput(
    LintResult result,
    String command,
    int exitCode,
    Verbosity verbosity,
    TextStyle style,
    boolean all,
    boolean watched) {

  /** Returns the input for a report to a file: without colors, and with nothing withheld. */
  public ReportInput plain() {
    return new ReportInput(result, command, exitCode, verbosity, TextStyle.PLAIN, all, false);
  }

  /** Returns whether people want to see notes (severity info) and skipped files. */
  public boolean verbose() {
    return verbosity == Verbosity.VERBOSE;
  }

  /** Returns the findings to report: in a review the new ones, unless {@link #all} is set. */
  public List<ReportedFinding> findings() {
    return result.findings().stream().filter(finding -> all || finding.isNew()).toList();
  }

  /**
   * Returns the result in one word, for bots: {@code error}, {@code changed}, {@code clean} or
   * {@code findings}.
   */
  public String word() {
    if (result.failure() != LintResult.Failure.NONE) {
      return "error";
    }
    boolean hasNewFindings = result.mode() == Mode.REVIEW && result.hasNewFindings(Severity.INFO);
    if (result.isChanged() && !hasNewFindings) {
      return "changed";
    }
    return result.findings().isEmpty() ? "clean" : "findings";
  }
}
