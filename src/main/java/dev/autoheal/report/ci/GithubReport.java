package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import java.io.IOException;
import java.io.OutputStream;

/** Writes annotations for GitHub Actions. */
public final class GithubReport implements Report, AnnotationLog.Dialect {
  private static final int MOST = 10;
  private static final String TITLE = "autoheal";

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    out.write(new AnnotationLog(this).of(input));
  }

  @Override
  public int most(Severity severity) {
    return MOST;
  }

  /**
   * Repeats the place in the message, since the log does not show the properties of an annotation.
   */
  @Override
  public String issue(Annotation note) {
    WorkflowCommand command = WorkflowCommand.of(note.severity());
    return note.place()
        .map(command::at)
        .orElseGet(() -> command.at(note.path()))
        .with("title", note.code().isEmpty() ? TITLE : TITLE + ": " + note.code())
        .withMessage(note.placed(""));
  }

  @Override
  public String issue(Severity severity, String message) {
    return WorkflowCommand.of(severity).with("title", TITLE).withMessage(message);
  }
}
