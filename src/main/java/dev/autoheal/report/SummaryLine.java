package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.text.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The last line of the text report, which says what was checked, what was not checked, and why. */
public final class SummaryLine {
  private final LintResult result;
  private final boolean verbose;

  /**
   * Creates the summary of a run.
   *
   * @param verbose whether the report shows notes (severity info)
   */
  public SummaryLine(LintResult result, boolean verbose) {
    this.result = result;
    this.verbose = verbose;
  }

  /**
   * Returns the line with its line break, or an empty string if the run failed without any file.
   */
  public String textIfAny(boolean colour) {
    boolean isNothing = result.failure() != LintResult.Failure.NONE && result.files().isEmpty();
    return isNothing ? "" : text(colour);
  }

  /** Returns the line with its line break, whether the run failed or not. */
  String text(boolean colour) {
    String text =
        result.mode() == Mode.REVIEW
            ? new ReviewSummaryLine(result).text() + fixedByApply()
            : text();
    return AnsiColor.BOLD.on(TerminalText.clean(text + suppressed() + skipped()).strip(), colour)
        + "\n";
  }

  private String text() {
    return changed() + findings() + infos() + fixed() + fixable() + fixedByApply();
  }

  private long checked() {
    return result.files().size() - result.count(Status.SKIPPED);
  }

  private String changed() {
    if (!result.mode().isRewrite()) {
      return "";
    }
    long left = result.leftAlone();
    String rest = left == 0 ? "" : "%d could not be brought to the policy. ".formatted(left);
    if (!result.isChanged()) {
      boolean right = left == 0 && result.failure() == LintResult.Failure.NONE;
      String nothing = right ? ", nothing to change" : "";
      return "%s checked%s. %s".formatted(files(checked()), nothing, rest);
    }
    return "%d of %s %s. %s"
        .formatted(
            result.count(Status.CHANGED),
            files(checked()),
            result.mode() == Mode.DIFF ? "would change" : "changed",
            rest);
  }

  private String findings() {
    long errors = result.count(Severity.ERROR);
    long warnings = result.count(Severity.WARNING);
    boolean none = errors + warnings == 0;
    if (result.mode().isRewrite()) {
      return none
          ? ""
          : "%s, %s remain. ".formatted(count(errors, "error"), count(warnings, "warning"));
    }
    if (none) {
      return "%s checked, no errors, no warnings. ".formatted(files(checked()));
    }
    long with = result.files().stream().filter(SummaryLine::hasFindings).count();
    return "%s checked%s: %s, %s. "
        .formatted(
            files(checked()),
            with == 0 ? "" : ", %d with findings".formatted(with),
            count(errors, "error"),
            count(warnings, "warning"));
  }

  /** Counts the notes that the report does not show, so that they do not go unnoticed. */
  private String infos() {
    long infos = result.count(Severity.INFO);
    return infos == 0 || verbose ? "" : "%s with --verbose. ".formatted(count(infos, "info"));
  }

  private static boolean hasFindings(FileResult file) {
    return file.count(Severity.ERROR) + file.count(Severity.WARNING) > 0;
  }

  private String fixed() {
    long fixed = result.files().stream().mapToLong(file -> file.found().fixed().size()).sum();
    if (fixed == 0) {
      return result.mode().isFix() ? "Nothing to fix. " : "";
    }
    return "%d %s. ".formatted(fixed, result.mode().isShown() ? "would be fixed" : "fixed");
  }

  private String fixable() {
    long safe = fixable(true);
    long unsafe = fixable(false);
    if (safe + unsafe == 0) {
      return "";
    }
    if (safe == 0) {
      return "%d fixable with `check --fix --unsafe-fixes`. ".formatted(unsafe);
    }
    return "%d fixable with `check --fix`%s. "
        .formatted(safe, unsafe == 0 ? "" : ", %d more with `--unsafe-fixes`".formatted(unsafe));
  }

  private long fixable(boolean safe) {
    return result.findings().stream()
        .filter(finding -> finding.fix().filter(fix -> fix.safe() == safe).isPresent())
        .count();
  }

  /**
   * Names the command that fixes drift. Only {@code check} knows the number of findings that it
   * fixes.
   */
  private String fixedByApply() {
    boolean isCounted = result.mode() == Mode.CHECK || result.mode().isRewrite();
    if (!isCounted) {
      return result.findings().stream().anyMatch(SummaryLine::isFixedByApply)
          ? "`autoheal apply` fixes drift. "
          : "";
    }
    long fixedByApply =
        result.files().stream().mapToLong(file -> file.found().fixedByApply()).sum();
    return fixedByApply == 0 ? "" : "%d mended by `autoheal apply`. ".formatted(fixedByApply);
  }

  /** Returns whether a finding is a difference that has the line of the policy. */
  private static boolean isFixedByApply(ReportedFinding finding) {
    return finding.rule().equals("drift")
        && !finding.state().equals(Optional.of(State.FIXED))
        && !finding.related().isEmpty();
  }

  private String suppressed() {
    return result.suppressed() == 0 ? "" : "%d ignored. ".formatted(result.suppressed());
  }

  private String skipped() {
    Map<String, Long> reasons =
        result.files().stream()
            .filter(file -> file.status() == Status.SKIPPED)
            .collect(
                Collectors.groupingBy(
                    file -> Secrets.redact(file.reason().orElseThrow()),
                    TreeMap::new,
                    Collectors.counting()));
    if (reasons.isEmpty()) {
      return "";
    }
    String list =
        reasons.entrySet().stream()
            .map(e -> reasons.size() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    return "%d skipped: %s.".formatted(result.count(Status.SKIPPED), list);
  }

  private static String files(long count) {
    return count(count, "file");
  }

  /** Returns a count and its noun, with an {@code s} unless the count is 1. */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
