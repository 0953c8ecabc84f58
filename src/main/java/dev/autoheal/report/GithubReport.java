package dev.autoheal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.change.Difference;
import dev.autoheal.run.FileResult;
import dev.autoheal.run.FileResult.Status;
import dev.autoheal.run.Options.Mode;
import dev.autoheal.run.RunResult;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Location;
import dev.autoheal.text.Problem;
import dev.autoheal.text.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Annotations of GitHub Actions, the worst first. The runner keeps ten of each level in a step and
 * drops the others without a word: so what does not fit stands in the log, and an annotation says
 * how many there are.
 */
final class GithubReport implements Report {
  private static final int MOST = 10;
  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /**
   * What becomes an annotation.
   *
   * @param path empty where no file is to blame
   * @param place empty where the file as a whole is meant
   */
  private record Note(
      Severity severity, String path, Optional<Location> place, String title, String message) {
    String annotation() {
      WorkflowCommand command = WorkflowCommand.of(severity);
      return place
          .map(command::at)
          .orElseGet(() -> command.at(path))
          .with("title", title)
          .saying(sentence(""));
    }

    String line() {
      return TerminalText.clean(sentence(severity.word() + ": ")) + "\n";
    }

    /** With the place, since the log does not show properties. */
    private String sentence(String word) {
      String where = place.map(TextReport::place).orElse(TerminalText.clean(path));
      return (where.isEmpty() ? "" : where + ": ") + word + message;
    }
  }

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Note> notes = notes(outcome);
    for (Severity severity : WORST_FIRST) {
      write(severity, notes.stream().filter(note -> note.severity == severity).toList(), text);
    }
    text.append(new SummaryLine(outcome.result(), true).text(false));
    out.write(text.toString().getBytes(UTF_8));
  }

  private static void write(Severity severity, List<Note> notes, StringBuilder text) {
    int shown = notes.size() > MOST ? MOST - 1 : notes.size();
    notes.subList(0, shown).forEach(note -> text.append(note.annotation()));
    if (shown < notes.size()) {
      text.append(
          WorkflowCommand.of(severity)
              .with("title", "autoheal")
              .saying(
                  "showing %d of %d %ss, the log of this step has the others"
                      .formatted(shown, notes.size(), severity.word())));
      notes.subList(shown, notes.size()).forEach(note -> text.append(note.line()));
    }
  }

  private static List<Note> notes(Outcome outcome) {
    RunResult result = outcome.result();
    List<Note> notes = new ArrayList<>();
    result.errors().forEach(error -> notes.add(note(error)));
    outcome.findings().stream().map(GithubReport::note).forEach(notes::add);
    for (FileResult file : result.files()) {
      if (result.mode().isRewrite()) {
        changes(file, result.mode(), notes);
      }
      if (result.mode() == Mode.REVIEW) {
        file.differences().forEach(difference -> notes.add(changed(file, difference)));
      }
      if (result.mode().isFix()) {
        file.fixed().forEach(finding -> notes.add(fixed(finding, result.mode())));
      }
    }
    return notes;
  }

  private static Note note(Problem error) {
    String path = error.location().path();
    return new Note(
        Severity.ERROR,
        path,
        Optional.of(error.location()).filter(place -> !path.isEmpty()),
        "autoheal",
        TextReport.shown(error.message()));
  }

  private static Note note(Finding finding) {
    return note(finding, finding.severity(), TextReport.sentence(finding));
  }

  private static Note fixed(Finding finding, Mode mode) {
    String title = TextReport.shown(finding.fix().orElseThrow().title());
    return note(
        finding,
        Severity.INFO,
        "%s: %s [%s]".formatted(mode.isShown() ? "fixable" : "fixed", title, finding.rule()));
  }

  private static Note note(Finding finding, Severity severity, String message) {
    return new Note(
        severity,
        finding.location().path(),
        Optional.of(finding.location()),
        "autoheal: " + finding.rule(),
        message);
  }

  /** On the line that says something else from now on, which may be right. */
  private static Note changed(FileResult file, Difference difference) {
    Location place = difference.changes().get(0).policy();
    return new Note(
        Severity.INFO,
        file.path(),
        Optional.of(place),
        "autoheal: change",
        TextReport.sentence(difference));
  }

  /** What is pending fails the command, what is done is only told. */
  private static void changes(FileResult file, Mode mode, List<Note> notes) {
    for (Difference difference : file.differences()) {
      Severity severity = mode.isShown() ? Severity.ERROR : Severity.INFO;
      notes.add(whole(file, severity, TextReport.sentence(difference)));
    }
    if (file.status() != Status.SKIPPED) {
      file.reason().ifPresent(why -> notes.add(whole(file, Severity.ERROR, TextReport.shown(why))));
    }
  }

  private static Note whole(FileResult file, Severity severity, String message) {
    return new Note(severity, file.path(), Optional.empty(), "autoheal", message);
  }
}
