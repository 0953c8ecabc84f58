package dev.autoheal.lint;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.rule.SuppressedFinding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The findings and changes of one file in a run.
 *
 * @param path relative to the project root
 * @param app the name of the app that matches the file; empty when none does
 * @param status the summary of the result
 * @param reason why the file was skipped or left unchanged; empty for other files
 * @param findings the findings, sorted; after fixes, the findings that remain
 * @param fixed the findings that check fixed, or would fix; in a review the findings that only the
 *     base had
 * @param suppressed the suppressed findings, sorted
 * @param differences what differs from the policy. In diff and apply: what would be or was changed.
 *     In a review: what differs between base and head, where the location in the head takes the
 *     place of the policy line
 * @param fixedByApply the number of findings that apply would fix; 0 unless {@link
 *     ReportNeeds#preview} requires the count
 * @param patch a patch from before to after, for {@code git apply}; empty when nothing changes
 * @param sections the text of the section before and after; empty unless {@link
 *     ReportNeeds#sections} requires it
 */
public record FileResult(
    String path,
    Optional<String> app,
    Status status,
    Optional<String> reason,
    List<ReportedFinding> findings,
    List<ReportedFinding> fixed,
    List<SuppressedFinding<ReportedFinding>> suppressed,
    List<Difference> differences,
    long fixedByApply,
    byte[] patch,
    Optional<SectionViews> sections) {

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

  public FileResult {
    findings = List.copyOf(findings);
    fixed = List.copyOf(fixed);
    suppressed = List.copyOf(suppressed);
    differences = List.copyOf(differences);
  }

  /** Creates a result without {@link #sections}. */
  public FileResult(
      String path,
      Optional<String> app,
      Status status,
      Optional<String> reason,
      List<ReportedFinding> findings,
      List<ReportedFinding> fixed,
      List<SuppressedFinding<ReportedFinding>> suppressed,
      List<Difference> differences,
      long fixedByApply,
      byte[] patch) {
    this(
        path,
        app,
        status,
        reason,
        findings,
        fixed,
        suppressed,
        differences,
        fixedByApply,
        patch,
        Optional.empty());
  }

  /** Returns the same result with {@link #sections} set. */
  public FileResult with(SectionViews views) {
    return new FileResult(
        path,
        app,
        status,
        reason,
        findings,
        fixed,
        suppressed,
        differences,
        fixedByApply,
        patch,
        Optional.of(views));
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
        Status.SKIPPED,
        Optional.of(reason),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        new byte[0]);
  }

  /** Returns the changes of all differences, in order. */
  public List<Change> changes() {
    return differences.stream().flatMap(d -> d.changes().stream()).toList();
  }

  /** Counts the findings of one severity; suppressed findings do not count. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
