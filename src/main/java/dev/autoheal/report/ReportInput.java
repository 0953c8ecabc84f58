package dev.autoheal.report;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintResult;
import dev.autoheal.project.RunOptions.Mode;
import java.util.List;

/**
 * A run and what a report needs to know beside it.
 *
 * @param command the verb that was typed
 * @param exitCode of the process
 * @param version of autoheal
 * @param verbose whether people want to see infos and skipped files
 * @param colour whether the reader is a terminal that shows colours
 * @param all whether a review minds what was there before
 * @param watched whether it goes to standard output, where a terminal or a CI runner reads along
 */
public record ReportInput(
    LintResult result,
    String command,
    int exitCode,
    String version,
    boolean verbose,
    boolean colour,
    boolean all,
    boolean watched) {

  /** The same for a file: without colours, and whole. */
  public ReportInput plain() {
    return new ReportInput(result, command, exitCode, version, verbose, false, all, false);
  }

  /** The findings to tell of: in a review those that are new, unless all are minded. */
  public List<Finding> findings() {
    return result.findings().stream().filter(finding -> all || finding.isNews()).toList();
  }

  /** The run in one word, for bots. */
  public String word() {
    if (result.failure() != LintResult.Failure.NONE) {
      return "error";
    }
    boolean isRed = result.mode() == Mode.REVIEW && result.hasNewFindings(Severity.INFO);
    if (result.isChanged() && !isRed) {
      return "changed";
    }
    return result.findings().isEmpty() ? "clean" : "findings";
  }
}
