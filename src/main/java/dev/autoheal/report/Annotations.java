package dev.autoheal.report;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages of a run as annotations, in the order of its files.
 *
 * @param outcome the run, and what the reports need to know about it
 */
public record Annotations(ReportInput outcome) {
  /** Returns the errors that made the run fail. */
  public List<Annotation> errors() {
    return result().errors().stream().map(Annotations::note).toList();
  }

  /** Returns all findings; in a review, those of the later revision. */
  public List<Annotation> findings() {
    return result().findings().stream().map(Annotations::note).toList();
  }

  /**
   * Returns the findings that {@link ReportInput#findings} selects: the new ones, or all where all
   * count.
   */
  public List<Annotation> newFindings() {
    return outcome.findings().stream().map(Annotations::note).toList();
  }

  /**
   * Returns the other messages that make the command fail: pending changes, and files that were
   * left unchanged.
   */
  public List<Annotation> pending() {
    List<Annotation> notes = new ArrayList<>();
    for (FileResult file : result().files()) {
      if (result().mode().isShown()) {
        changes(file).forEach(notes::add);
      }
      if (result().mode().isRewrite() && file.status() != Status.SKIPPED) {
        file.reason()
            .ifPresent(why -> notes.add(whole(file, Severity.ERROR, TextReport.shown(why))));
      }
    }
    return notes;
  }

  /**
   * Returns the messages that report no problem: changes that were made, or that a review found.
   */
  public List<Annotation> notes() {
    return result().mode().isShown()
        ? List.of()
        : result().files().stream().flatMap(this::changes).toList();
  }

  /** Returns the messages that report a problem: all except {@link #notes}. */
  public List<Annotation> problems() {
    return Stream.of(errors(), newFindings(), pending()).flatMap(List::stream).toList();
  }

  private LintResult result() {
    return outcome.result();
  }

  private Stream<Annotation> changes(FileResult file) {
    Mode mode = result().mode();
    Severity severity = mode.isShown() ? Severity.ERROR : Severity.INFO;
    if (mode.isRewrite()) {
      return file.differences().stream()
          .map(difference -> whole(file, severity, TextReport.sentence(difference)));
    }
    if (mode == Mode.REVIEW) {
      return file.differences().stream().map(difference -> changed(file, difference));
    }
    return mode.isFix()
        ? file.found().fixed().stream().map(finding -> fixed(finding, mode))
        : Stream.of();
  }

  private static Annotation note(Problem error) {
    String path = error.location().path();
    return new Annotation(
        Severity.ERROR,
        "",
        path,
        Optional.of(error.location()).filter(place -> !path.isEmpty()),
        TextReport.shown(error.message()),
        Optional.empty());
  }

  private static Annotation note(ReportedFinding finding) {
    return note(finding, finding.severity(), TextReport.message(finding));
  }

  /**
   * Drops the fix. The place may belong to a text between two fixes, where this fix no longer
   * applies.
   */
  private static Annotation fixed(ReportedFinding finding, Mode mode) {
    String title = TextReport.shown(finding.fix().orElseThrow().title());
    return note(
        finding.withoutFix(),
        mode.isShown() ? finding.severity() : Severity.INFO,
        "%s: %s".formatted(mode.isShown() ? "fixable" : "fixed", title));
  }

  private static Annotation note(ReportedFinding finding, Severity severity, String message) {
    return new Annotation(
        severity,
        finding.rule(),
        finding.location().path(),
        Optional.of(finding.location()),
        message,
        Optional.of(finding));
  }

  /** Puts the message on the line whose meaning changes. The change may be right. */
  private static Annotation changed(FileResult file, Difference difference) {
    Location place = difference.changes().get(0).policy();
    return new Annotation(
        Severity.INFO,
        "change",
        file.path(),
        Optional.of(place),
        TextReport.sentence(difference),
        Optional.empty());
  }

  private static Annotation whole(FileResult file, Severity severity, String message) {
    return new Annotation(severity, "", file.path(), Optional.empty(), message, Optional.empty());
  }
}
