package dev.autoheal.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.SummaryLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of a CI runner that makes issues of some of its lines, the worst first. Of each severity
 * a runner keeps so many in a step and drops the others without a word: so what does not fit stands
 * in the log, and an issue says how many there are.
 */
record AnnotationLog(Dialect dialect) {
  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /** How a runner wants to be told. */
  interface Dialect {
    /** How many issues of a severity are kept; 0 where it knows no such issues. */
    int most(Severity severity);

    /** The line that is an issue. */
    String issue(Annotation note);

    /** The line that is an issue of no file. */
    String issue(Severity severity, String message);
  }

  byte[] of(ReportInput outcome) {
    Annotations notes = new Annotations(outcome);
    List<Annotation> all = Stream.of(notes.problems(), notes.told()).flatMap(List::stream).toList();
    StringBuilder text = new StringBuilder();
    for (Severity severity : WORST_FIRST) {
      write(severity, all.stream().filter(note -> note.severity() == severity).toList(), text);
    }
    text.append(new SummaryLine(outcome.result(), true).textIfAny(false));
    return text.toString().getBytes(UTF_8);
  }

  private void write(Severity severity, List<Annotation> notes, StringBuilder text) {
    int most = dialect.most(severity);
    boolean fit = notes.size() <= most;
    int shown = fit ? notes.size() : Math.max(0, most - 1);
    notes.subList(0, shown).forEach(note -> text.append(dialect.issue(note)));
    if (!fit && most > 0) {
      String message =
          "showing %d of %d %ss, the log of this step has the others"
              .formatted(shown, notes.size(), severity.word());
      text.append(dialect.issue(severity, message));
    }
    notes.subList(shown, notes.size()).forEach(note -> text.append(note.line()));
  }
}
