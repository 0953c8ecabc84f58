package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The exit codes, which are the same for all commands. If several apply, the highest wins. */
enum ExitCode {
  /** Nothing is to be reported. */
  OK(0, "nothing to report"),
  /** There are findings, pending changes, or files that apply could not rewrite. */
  FINDINGS(
      1,
      "findings at or above --fail-on, changes pending in diff, or a file that"
          + " apply could not bring to the policy"),
  /** The command line or a policy is wrong, or there is nothing to check. */
  USAGE(2, "wrong usage, an invalid policy, no such revision, or nothing to check"),
  /** Autoheal failed, or a file could not be read or written. */
  FAILURE(3, "an internal or I/O failure");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
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

  private static ExitCode of(LintResult result, boolean isRed) {
    return switch (result.failure()) {
      case INTERNAL -> FAILURE;
      case USAGE, POLICY -> USAGE;
      case NONE -> isRed ? FINDINGS : OK;
    };
  }

  /** Returns the meaning of each code by its number, for {@code --help}. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      list.put(Integer.toString(code.code), code.meaning);
    }
    return list;
  }
}
