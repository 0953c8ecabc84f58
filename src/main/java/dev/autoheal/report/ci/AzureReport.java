package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.text.Location;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes issues for Azure Pipelines, which knows errors and warnings; notes (severity info) are
 * plain lines of the log. Issues do not fail the task, the exit code does.
 */
public final class AzureReport implements Report, AnnotationLog.Dialect {
  private static final int MOST = 10;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    out.write(new AnnotationLog(this).of(input));
  }

  @Override
  public int most(Severity severity) {
    return severity == Severity.INFO ? 0 : MOST;
  }

  /** Leaves the place and the code out of the message. The agent writes the place before it. */
  @Override
  public String issue(Annotation note) {
    if (note.path().isEmpty()) {
      return issue(note.severity(), note.message());
    }
    Location at = note.start();
    return LoggingCommand.of(note.severity())
        .with("sourcepath", note.path())
        .with("linenumber", Integer.toString(at.line()))
        .with("columnnumber", Integer.toString(at.column()))
        .with("code", note.name())
        .withMessage(note.message());
  }

  @Override
  public String issue(Severity severity, String message) {
    return LoggingCommand.of(severity).withMessage(message);
  }
}
