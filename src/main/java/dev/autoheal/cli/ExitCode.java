package dev.autoheal.cli;

import dev.autoheal.finding.Severity;
import dev.autoheal.lint.LintResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The exit codes, the same for all commands; the highest that applies wins. */
enum ExitCode {
  OK(0, "nothing to report"),
  FINDINGS(
      1,
      "findings at or above --fail-on, changes pending in diff, or a file that"
          + " apply could not bring to the policy"),
  USAGE(2, "wrong usage, an invalid policy, no such revision, or nothing to check"),
  FAILURE(3, "an internal or I/O failure");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /**
   * Of a finished run.
   *
   * @param threshold from which severity on findings count; empty if none does
   * @param pendingCounts whether changes have only been shown
   */
  static ExitCode of(LintResult result, Optional<Severity> threshold, boolean pendingCounts) {
    boolean pending = (pendingCounts && result.isChanged()) || result.leftAlone() > 0;
    return of(result, pending || threshold.map(result::hasFindings).orElse(false));
  }

  /** Of a finished review, of which only the findings count that are new. */
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

  /** For {@code --help}. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      list.put(Integer.toString(code.code), code.meaning);
    }
    return list;
  }
}
