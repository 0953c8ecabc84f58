package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.Fingerprints;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a Code Quality report for GitLab, which compares the report of a branch with that of its
 * target. A review therefore includes the remaining findings. GitLab shows no rule, so the
 * description starts with the rule.
 */
public final class GitlabReport implements Report {
  private final Fingerprints fingerprints = new Fingerprints();
  private JsonGenerator json;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    Annotations notes = new Annotations(input);
    json = JsonWriter.generator(out);
    json.writeStartArray();
    for (Annotation error : notes.errors()) {
      note(error, "blocker");
    }
    for (Annotation note :
        Stream.of(notes.findings(), notes.pending()).flatMap(List::stream).toList()) {
      note(note, severity(note.severity()));
    }
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }

  private void note(Annotation note, String severity) throws IOException {
    json.writeStartObject();
    json.writeStringField("description", note.name() + ": " + note.message());
    json.writeStringField("check_name", note.name());
    json.writeStringField("fingerprint", fingerprint(note));
    json.writeStringField("severity", severity);
    json.writeObjectFieldStart("location");
    json.writeStringField("path", note.file());
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", note.start().line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Computes the fingerprint without the policy line that the message shows, since that line may
   * move.
   */
  private String fingerprint(Annotation note) {
    String message = note.finding().map(Finding::message).orElse(note.message());
    return fingerprints.of(note.name(), note.path(), message);
  }
}
