package dev.autoheal.report;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.ReportedFinding.State;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last line of the text report. It counts the files that were checked, and those that were not,
 * with the reasons.
 */
public final class SummaryLine {
  /**
   * Matches a reason that is a clause about the file, for example {@code the policy excludes it}.
   */
  private static final Pattern CLAUSE = Pattern.compile("(.*) it");

  /** The most folders to name; a repository may have any number of links to folders. */
  private static final int MOST_FOLDERS = 8;

  private final LintResult result;
  private final boolean verbose;
  private final boolean all;

  /** Creates the summary of a run, for a report that shows all findings. */
  public SummaryLine(LintResult result) {
    this(result, true, true);
  }

  /**
   * Creates the summary of a run.
   *
   * @param verbose whether the report shows notes (severity info)
   * @param all whether the report of a review shows the findings that were there before
   */
  SummaryLine(LintResult result, boolean verbose, boolean all) {
    this.result = result;
    this.verbose = verbose;
    this.all = all;
  }

  /**
   * Returns the lines with their line breaks, or an empty string if the run failed without any
   * file.
   */
  public String textIfAny(TextStyle style) {
    boolean isNothing = result.failure() != LintResult.Failure.NONE && result.files().isEmpty();
    return isNothing ? "" : text(style);
  }

  /** Returns the lines with their line breaks, whether the run failed or not. */
  String text(TextStyle style) {
    String text =
        result.mode() == Mode.REVIEW
            ? new ReviewSummaryLine(result, verbose, all).text() + fixedByApply()
            : text();
    String line = TerminalText.clean(text + suppressed() + skipped() + leftOut()).strip();
    return AnsiColor.BOLD.on(style.wrapped(line).stripTrailing(), style.color()) + "\n";
  }

  private String text() {
    return checked() + findings() + fixed() + fixable() + fixedByApply();
  }

  /**
   * Returns the number of files that were checked, and of those that change, without a full stop.
   */
  private String checked() {
    String checked = files(result.files().size() - result.count(Status.SKIPPED));
    if (!result.mode().isRewrite()) {
      return checked + " checked";
    }
    long left = result.leftAlone();
    String rest = left == 0 ? "" : ", %d cannot be changed".formatted(left);
    if (!result.isChanged()) {
      boolean right = left == 0 && result.failure() == LintResult.Failure.NONE;
      return checked + " checked" + (right ? ", nothing to change" : rest);
    }
    return "%d of %s %s%s"
        .formatted(
            result.count(Status.CHANGED),
            checked,
            result.mode() == Mode.DIFF ? "would change" : "changed",
            rest);
  }

  private String findings() {
    String counts = new FindingCounts(result.findings(), "", verbose).text();
    if (result.mode().isRewrite()) {
      return counts.isEmpty() ? ". " : ". Remaining: %s. ".formatted(counts);
    }
    return counts.isEmpty() ? ", no findings. " : ": %s. ".formatted(counts);
  }

  private String fixed() {
    long fixed = result.files().stream().mapToLong(file -> file.found().fixed().size()).sum();
    if (fixed == 0) {
      return result.mode().isFix() ? "Nothing to fix. " : "";
    }
    return "%s %s. "
        .formatted(
            FindingCounts.of(fixed, "finding"),
            result.mode().isShown() ? "would be fixed" : "fixed");
  }

  private String fixable() {
    long safe = fixable(true);
    long unsafe = fixable(false);
    if (safe + unsafe == 0) {
      return "";
    }
    if (safe == 0) {
      return "`check --fix --unsafe-fixes` fixes %d. ".formatted(unsafe);
    }
    return "`check --fix` fixes %d%s. "
        .formatted(
            safe, unsafe == 0 ? "" : ", and %d more with `--unsafe-fixes`".formatted(unsafe));
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
    return fixedByApply == 0 ? "" : "`autoheal apply` fixes %d. ".formatted(fixedByApply);
  }

  /** Returns whether a finding is a difference that has the line of the policy. */
  private static boolean isFixedByApply(ReportedFinding finding) {
    return finding.rule().equals("drift")
        && !finding.state().equals(Optional.of(State.FIXED))
        && !finding.related().isEmpty();
  }

  private String suppressed() {
    return result.suppressed() == 0 ? "" : "%d suppressed. ".formatted(result.suppressed());
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
    if (result.leftOut().gitIgnored() > 0) {
      reasons.merge("git ignores it", result.leftOut().gitIgnored(), Long::sum);
    }
    if (reasons.isEmpty()) {
      return "";
    }
    List<String> list = new ArrayList<>();
    reasons.forEach((reason, count) -> list.add(skipped(count, reason, list.isEmpty())));
    return "Skipped %s. ".formatted(String.join(", ", list));
  }

  /** Returns a count with its reason, for example {@code 2 files that the policy excludes}. */
  private static String skipped(long count, String reason, boolean isFirst) {
    Matcher clause = CLAUSE.matcher(reason);
    String why = clause.matches() ? "that " + clause.group(1) : "(%s)".formatted(reason);
    return "%s %s".formatted(isFirst ? files(count) : count, why);
  }

  private String leftOut() {
    List<String> folders = List.copyOf(result.leftOut().folders());
    if (folders.isEmpty()) {
      return "";
    }
    int more = folders.size() - MOST_FOLDERS;
    return "Not searched: %s%s."
        .formatted(
            String.join(", ", folders.subList(0, Math.min(folders.size(), MOST_FOLDERS))),
            more > 0 ? " and %d more".formatted(more) : "");
  }

  private static String files(long count) {
    return FindingCounts.of(count, "file");
  }
}
