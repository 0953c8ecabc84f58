package dev.autoheal.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.SummaryLine;
import dev.autoheal.report.TextStyle;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders the log of a CI runner that turns some of its lines into issues, the most severe first.
 * For each severity, a runner keeps a limited number of issues per step and drops the others
 * silently. The others are therefore plain lines of the log, and an issue says how many there are.
 *
 * @param dialect the syntax and the limits of the runner
 */
record AnnotationLog(Dialect dialect) {
  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /** The syntax and the limits of one runner. */
  interface Dialect {
    /** Returns how many issues of a severity the runner keeps; 0 if it has no such issues. */
    int most(Severity severity);

    /** Returns the line that creates an issue, with its line break. */
    String issue(Annotation note);

    /** Returns the line that creates an issue about no file, with its line break. */
    String issue(Severity severity, String message);
  }

  /** Returns the log in UTF-8; it ends with the summary. */
  byte[] of(ReportInput input) {
    Annotations notes = new Annotations(input);
    List<Annotation> all =
        Stream.of(notes.problems(), notes.notes()).flatMap(List::stream).toList();
    StringBuilder text = new StringBuilder();
    for (Severity severity : WORST_FIRST) {
      write(severity, all.stream().filter(note -> note.severity() == severity).toList(), text);
    }
    text.append(new SummaryLine(input.result()).textIfAny(TextStyle.PLAIN));
    return text.toString().getBytes(UTF_8);
  }

  private void write(Severity severity, List<Annotation> notes, StringBuilder text) {
    int most = dialect.most(severity);
    boolean fit = notes.size() <= most;
    int shown = fit ? notes.size() : Math.max(0, most - 1);
    notes.subList(0, shown).forEach(note -> text.append(dialect.issue(note)));
    if (!fit && most > 0) {
      String message =
          "showing %d of %d %ss; see the log of this step for the others"
              .formatted(shown, notes.size(), severity.label());
      text.append(dialect.issue(severity, message));
    }
    notes.subList(shown, notes.size()).forEach(note -> text.append(note.line()));
  }
}
