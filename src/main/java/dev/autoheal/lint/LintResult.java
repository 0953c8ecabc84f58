package dev.autoheal.lint;

import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.LeftOut;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a whole run.
 *
 * @param mode what the run was to do
 * @param files the results of the files, sorted by path
 * @param leftOut what the search of the command line left out; nothing in a review
 * @param policyFindings the findings about the policies themselves, sorted
 * @param errors the problems that made the run fail; for an invalid policy one for each problem;
 *     the path is empty when no file is the cause
 * @param failure whether and how the run failed
 */
public record LintResult(
    Mode mode,
    List<FileResult> files,
    LeftOut leftOut,
    List<ReportedFinding> policyFindings,
    List<Problem> errors,
    Failure failure) {

  /** The kinds of failure of a run. */
  public enum Failure {
    /** The run did not fail. */
    NONE,
    /** The command line requests something that cannot be done. */
    USAGE,
    /** A policy is invalid; no file was checked. */
    POLICY,
    /** A file could not be read or written, or autoheal has a bug. */
    INTERNAL
  }

  /** Creates the result of a run that failed with one error and has no file results. */
  public static LintResult failed(Mode mode, Failure failure, String message) {
    return new LintResult(
        mode,
        List.of(),
        LeftOut.NOTHING,
        List.of(),
        List.of(new Problem(Location.startOf(""), message)),
        failure);
  }

  public LintResult {
    files = List.copyOf(files);
    policyFindings = List.copyOf(policyFindings);
    errors = List.copyOf(errors);
  }

  /** Returns the findings of all files and of the policies, sorted. */
  public List<ReportedFinding> findings() {
    return Stream.concat(
            policyFindings.stream(), files.stream().flatMap(file -> file.findings().stream()))
        .sorted()
        .toList();
  }

  /** Counts the suppressed findings of all files. */
  public long suppressed() {
    return files.stream().mapToLong(file -> file.found().suppressed().size()).sum();
  }

  /** Counts the findings of one severity, including those about policies. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Counts the files with one status. */
  public long count(FileResult.Status status) {
    return files.stream().filter(file -> file.status() == status).count();
  }

  /**
   * Returns whether a file has the status {@link FileResult.Status#CHANGED}, so that diff would, or
   * apply did, change it.
   */
  public boolean isChanged() {
    return count(FileResult.Status.CHANGED) > 0;
  }

  /**
   * Counts the files that diff or apply left unchanged for a stated reason, without skipping them;
   * 0 in other modes.
   */
  public long leftAlone() {
    return mode.isRewrite()
        ? files.stream()
            .filter(f -> f.reason().isPresent() && f.status() != FileResult.Status.SKIPPED)
            .count()
        : 0;
  }

  /**
   * Counts the findings of a review in one state. Fixed findings are those of the base; other
   * findings are those of the head.
   */
  public long count(ReportedFinding.State state) {
    Stream<ReportedFinding> found =
        state == ReportedFinding.State.FIXED
            ? files.stream().flatMap(file -> file.found().fixed().stream())
            : findings().stream();
    return found.filter(finding -> finding.state().equals(Optional.of(state))).count();
  }

  /** Returns whether a review has a new finding at or above a severity. */
  public boolean hasNewFindings(Severity threshold) {
    return findings().stream()
        .filter(finding -> finding.state().equals(Optional.of(ReportedFinding.State.NEW)))
        .anyMatch(finding -> finding.severity().compareTo(threshold) >= 0);
  }

  /** Returns whether there is a finding at or above a severity. */
  public boolean hasFindings(Severity threshold) {
    return findings().stream().anyMatch(f -> f.severity().compareTo(threshold) >= 0);
  }
}
