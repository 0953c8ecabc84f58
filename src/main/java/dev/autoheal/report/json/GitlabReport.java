package dev.autoheal.report.json;

import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.Fingerprints;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * Writes a Code Quality report for GitLab, which compares the report of a branch with that of its
 * target. A review therefore includes the remaining findings. GitLab shows no rule, so the
 * description starts with the rule.
 */
public final class GitlabReport implements Report {
  private final Fingerprints fingerprints = new Fingerprints();

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    Annotations notes = new Annotations(input);
    Stream<JsonObject> errors = notes.errors().stream().map(error -> issue(error, "blocker"));
    Stream<JsonObject> others =
        Stream.concat(notes.findings().stream(), notes.pending().stream())
            .map(note -> issue(note, severity(note.severity())));
    JsonWriter.write(Stream.concat(errors, others), out);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }

  private JsonObject issue(Annotation note, String severity) {
    JsonObject lines = new JsonObject().put("begin", note.start().line());
    return new JsonObject()
        .put("description", note.name() + ": " + note.message())
        .put("check_name", note.name())
        .put("fingerprint", fingerprints.of(note.name(), note.start()))
        .put("severity", severity)
        .put("location", new JsonObject().put("path", note.file()).put("lines", lines));
  }
}
