package dev.autoheal.report.ci;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Note;
import dev.autoheal.report.Outcome;
import dev.autoheal.report.Report;
import dev.autoheal.text.Location;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Issues of Azure Pipelines, which knows errors and warnings; infos are lines of the log. They do
 * not fail the task, the exit code does.
 */
public final class AzureReport implements Report, IssueLog.Dialect {
  private static final int MOST = 10;

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    out.write(new IssueLog(this).of(outcome));
  }

  @Override
  public int most(Severity severity) {
    return severity == Severity.INFO ? 0 : MOST;
  }

  /** Without the place in the message, in front of which the agent writes it, and the code. */
  @Override
  public String issue(Note note) {
    if (note.path().isEmpty()) {
      return issue(note.severity(), note.message());
    }
    Location at = note.start();
    return LoggingCommand.of(note.severity())
        .with("sourcepath", note.path())
        .with("linenumber", Integer.toString(at.line()))
        .with("columnnumber", Integer.toString(at.column()))
        .with("code", note.name())
        .saying(note.message());
  }

  @Override
  public String issue(Severity severity, String message) {
    return LoggingCommand.of(severity).saying(message);
  }
}
