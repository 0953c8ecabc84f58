package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.Severity;
import dev.autoheal.project.RunOptions;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a run.
 *
 * @param files sorted by path
 * @param policyFindings about the policies themselves, sorted
 * @param errors what made the run fail; of an invalid policy each thing that is wrong; the path is
 *     empty where no file is to blame
 * @param failure whether and how it failed
 */
public record LintResult(
    RunOptions.Mode mode,
    List<FileResult> files,
    List<Finding> policyFindings,
    List<Problem> errors,
    Failure failure) {

  /** How a run failed. */
  public enum Failure {
    NONE,
    /** What was asked cannot be done. */
    USAGE,
    /** A policy is invalid; no file was judged. */
    POLICY,
    /** A file could not be read or written, or a bug of ours. */
    INTERNAL
  }

  /** A run that came to nothing. */
  public static LintResult failed(RunOptions.Mode mode, Failure failure, String message) {
    return new LintResult(
        mode, List.of(), List.of(), List.of(new Problem(Location.startOf(""), message)), failure);
  }

  public LintResult {
    files = List.copyOf(files);
    policyFindings = List.copyOf(policyFindings);
    errors = List.copyOf(errors);
  }

  /** All findings, file by file, those about policies among them. */
  public List<Finding> findings() {
    return Stream.concat(
            policyFindings.stream(), files.stream().flatMap(file -> file.findings().stream()))
        .sorted()
        .toList();
  }

  /** How many findings are accepted. */
  public long ignored() {
    return files.stream().mapToLong(file -> file.ignored().size()).sum();
  }

  /** How many findings have that severity. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many files have that status. */
  public long count(FileResult.Status status) {
    return files.stream().filter(file -> file.status() == status).count();
  }

  /** Whether diff would, or apply did, change a file. */
  public boolean isChanged() {
    return count(FileResult.Status.CHANGED) > 0;
  }

  /** How many files diff or apply left as they are though the policy asks for more. */
  public long leftAlone() {
    return mode.isRewrite()
        ? files.stream()
            .filter(f -> f.reason().isPresent() && f.status() != FileResult.Status.SKIPPED)
            .count()
        : 0;
  }

  /** How many findings a review is left with in that state. */
  public long count(Finding.State state) {
    Stream<Finding> found =
        state == Finding.State.FIXED
            ? files.stream().flatMap(file -> file.fixed().stream())
            : findings().stream();
    return found.filter(finding -> finding.state().equals(Optional.of(state))).count();
  }

  /** Whether a finding that is new is at least that severe. */
  public boolean hasNewFindings(Severity threshold) {
    return findings().stream()
        .filter(finding -> finding.state().equals(Optional.of(Finding.State.NEW)))
        .anyMatch(finding -> finding.severity().compareTo(threshold) >= 0);
  }

  /** Whether a finding is at least that severe. */
  public boolean hasFindings(Severity threshold) {
    return findings().stream().anyMatch(f -> f.severity().compareTo(threshold) >= 0);
  }
}
