package dev.autoheal.lint;

import dev.autoheal.change.Change;
import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.rule.SuppressedFinding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What came of one file.
 *
 * @param app the app that governs it; empty when none does
 * @param reason why it was skipped or left alone; empty for others
 * @param findings sorted; those that remain where some were mended
 * @param fixed the findings that check mended, or would mend; in a review those that the base had
 * @param ignored those that are accepted, sorted
 * @param differences what differs from the policy; in diff and apply what is or was changed; in a
 *     review what differs between base and head, with the place in the head as the line that asks
 * @param mended how many of the findings apply would fix; 0 unless {@link ReportNeeds#preview} asks
 *     for it
 * @param patch from before to after, for {@code git apply}; empty when nothing changes
 * @param sides what its section says; empty unless {@link ReportNeeds#sections} asks for it
 */
public record FileResult(
    String path,
    Optional<String> app,
    Status status,
    Optional<String> reason,
    List<Finding> findings,
    List<Finding> fixed,
    List<SuppressedFinding> ignored,
    List<Difference> differences,
    long mended,
    byte[] patch,
    Optional<SectionViews> sides) {

  /** The outcome of a file in one word. */
  public enum Status {
    CLEAN,
    FINDINGS,
    CHANGED,
    SKIPPED;

    /** The word that bots read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FileResult {
    findings = List.copyOf(findings);
    fixed = List.copyOf(fixed);
    ignored = List.copyOf(ignored);
    differences = List.copyOf(differences);
  }

  /** Without what its section says. */
  public FileResult(
      String path,
      Optional<String> app,
      Status status,
      Optional<String> reason,
      List<Finding> findings,
      List<Finding> fixed,
      List<SuppressedFinding> ignored,
      List<Difference> differences,
      long mended,
      byte[] patch) {
    this(
        path,
        app,
        status,
        reason,
        findings,
        fixed,
        ignored,
        differences,
        mended,
        patch,
        Optional.empty());
  }

  /** The same with what its section says. */
  public FileResult with(SectionViews seen) {
    return new FileResult(
        path,
        app,
        status,
        reason,
        findings,
        fixed,
        ignored,
        differences,
        mended,
        patch,
        Optional.of(seen));
  }

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

  /** The same with other findings, those that are accepted among them. */
  FileResult map(UnaryOperator<Finding> change) {
    return new FileResult(
        path,
        app,
        status,
        reason,
        findings.stream().map(change).sorted().toList(),
        fixed,
        ignored.stream().map(each -> each.map(change)).toList(),
        differences,
        mended,
        patch,
        sides);
  }

  /** All changes of all differences. */
  public List<Change> changes() {
    return differences.stream().flatMap(d -> d.changes().stream()).toList();
  }

  /** How many findings have that severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
