package dev.autoheal.lint;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.text.Patch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The findings and changes of one file in a run.
 *
 * @param path relative to the project root
 * @param app the name of the app that matches the file; empty when none does
 * @param outcome the summary of the result
 * @param found the findings
 * @param change what differs from the policy, and what changes
 */
public record FileResult(
    String path, Optional<String> app, Outcome outcome, Findings found, FileChange change) {

  /** The summary of a file result in one word. */
  public enum Status {
    /** There are no findings. */
    CLEAN,
    /** There are findings, and nothing is changed. */
    FINDINGS,
    /** The file was changed, or would be; in a review something about it differs. */
    CHANGED,
    /** The file was not checked. */
    SKIPPED;

    /** Returns the status in lower case, as machine-readable reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The summary of a file result.
   *
   * @param reason why the file was skipped or left unchanged; empty for other files
   */
  public record Outcome(Status status, Optional<String> reason) {
    /** Returns the outcome of a file that stays as it is. */
    static Outcome unchanged(CheckResult checked, Optional<String> reason) {
      boolean isClean = checked.all().findAny().isEmpty();
      return new Outcome(isClean ? Status.CLEAN : Status.FINDINGS, reason);
    }

    /** Returns the outcome of a file that was changed, or would be. */
    static Outcome changed() {
      return new Outcome(Status.CHANGED, Optional.empty());
    }
  }

  /**
   * The findings of a file.
   *
   * @param remaining the findings, sorted; after fixes, the findings that remain
   * @param fixed the findings that check fixed, or would fix; in a review the findings that only
   *     the base had
   * @param suppressed the suppressed findings, sorted
   * @param fixedByApply the number of findings that apply would fix; 0 unless {@link
   *     ReportNeeds#preview} requires the count
   */
  public record Findings(
      List<ReportedFinding> remaining,
      List<ReportedFinding> fixed,
      List<SuppressedFinding<ReportedFinding>> suppressed,
      long fixedByApply) {
    /** No findings at all. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), 0);

    public Findings {
      remaining = List.copyOf(remaining);
      fixed = List.copyOf(fixed);
      suppressed = List.copyOf(suppressed);
    }
  }

  /**
   * What differs from the policy, and what changes.
   *
   * @param differences what differs from the policy. In diff and apply: what would be or was
   *     changed. In a review: what differs between base and head, where the location in the head
   *     takes the place of the policy line
   * @param patch a patch from before to after; empty when nothing changes
   * @param sections the text of the section before and after; empty unless {@link
   *     ReportNeeds#sections} requires it
   */
  public record FileChange(
      List<Difference> differences, Patch patch, Optional<SectionViews> sections) {
    public FileChange {
      differences = List.copyOf(differences);
    }

    /** Returns the differences of a file without a patch. */
    public static FileChange unwritten(
        List<Difference> differences, Optional<SectionViews> sections) {
      return new FileChange(differences, Patch.NONE, sections);
    }
  }

  /**
   * Creates the result of a file that was not checked.
   *
   * @param reason why the file was skipped
   */
  static FileResult skipped(String path, Optional<String> app, String reason) {
    return new FileResult(
        path,
        app,
        new Outcome(Status.SKIPPED, Optional.of(reason)),
        Findings.NONE,
        FileChange.unwritten(List.of(), Optional.empty()));
  }

  /**
   * Creates the result of a file that cannot be read.
   *
   * @param reason why it cannot be read
   * @param finding the only finding of the file, which reports this
   */
  public static FileResult unreadable(
      String path, Optional<String> app, String reason, ReportedFinding finding) {
    return new FileResult(
        path,
        app,
        new Outcome(Status.FINDINGS, Optional.of(reason)),
        new Findings(List.of(finding), List.of(), List.of(), 0),
        FileChange.unwritten(List.of(), Optional.empty()));
  }

  /** Returns the summary of the result in one word. */
  public Status status() {
    return outcome.status();
  }

  /** Returns why the file was skipped or left unchanged; empty for other files. */
  public Optional<String> reason() {
    return outcome.reason();
  }

  /** Returns the findings, sorted; after fixes, the findings that remain. */
  public List<ReportedFinding> findings() {
    return found.remaining();
  }

  /** Returns what differs from the policy, or in a review between base and head. */
  public List<Difference> differences() {
    return change.differences();
  }

  /** Returns the changes of all differences, in order. */
  public List<Change> changes() {
    return differences().stream().flatMap(d -> d.changes().stream()).toList();
  }

  /** Counts the findings of one severity; suppressed findings do not count. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }
}
