package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintResult;
import java.util.Optional;

/** The exit codes, which are the same for all commands. If several apply, the highest wins. */
enum ExitCode {
  /** Nothing is to be reported. */
  OK(0),
  /** There are findings, pending changes, or files that apply could not rewrite. */
  FINDINGS(1),
  /** The command line or a policy is wrong, or there is nothing to check. */
  USAGE(2),
  /** Autoheal failed, or a file could not be read or written. */
  FAILURE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the number that the process ends with. */
  int code() {
    return code;
  }

  /**
   * Returns the exit code of a finished run.
   *
   * @param threshold the lowest severity of findings that count; empty if none does
   * @param pendingCounts whether changes that were only shown count
   */
  static ExitCode of(LintResult result, Optional<Severity> threshold, boolean pendingCounts) {
    boolean pending = (pendingCounts && result.isChanged()) || result.leftAlone() > 0;
    return of(result, pending || threshold.map(result::hasFindings).orElse(false));
  }

  /**
   * Returns the exit code of a finished review, where only new findings count.
   *
   * @param threshold the lowest severity of findings that count; empty if none does
   */
  static ExitCode ofNew(LintResult result, Optional<Severity> threshold) {
    return of(result, threshold.map(result::hasNewFindings).orElse(false));
  }

  private static ExitCode of(LintResult result, boolean hasFindings) {
    return switch (result.failure()) {
      case INTERNAL -> FAILURE;
      case USAGE, POLICY -> USAGE;
      case NONE -> hasFindings ? FINDINGS : OK;
    };
  }
}
