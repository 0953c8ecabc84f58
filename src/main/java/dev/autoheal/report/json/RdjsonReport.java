package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Suggestion;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.MarkdownText;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.TextReport;
import dev.autoheal.text.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes the diagnostic format of reviewdog, which turns diagnostics into comments. It turns safe
 * fixes into suggestions that a click commits. Columns are in bytes.
 */
public final class RdjsonReport implements Report {
  private JsonGenerator json;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    json = JsonWriter.generator(out);
    json.writeStartObject();
    json.writeObjectFieldStart("source");
    json.writeStringField("name", "autoheal");
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
    for (Annotation note : new Annotations(input).problems()) {
      diagnostic(note);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void diagnostic(Annotation note) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", MarkdownText.sparing(note.message()));
    json.writeStringField("severity", note.severity().name());
    if (!note.path().isEmpty()) {
      location(note.path(), note.place());
    }
    json.writeObjectFieldStart("code");
    json.writeStringField("value", note.name());
    json.writeEndObject();
    suggestion(note.finding().flatMap(Finding::fix).flatMap(Fix::suggestion));
    related(note.finding().map(Finding::related).orElse(List.of()));
    json.writeEndObject();
  }

  private void location(String path, Optional<Location> place) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    if (place.isPresent()) {
      range(place.get());
    }
    json.writeEndObject();
  }

  private void range(Location place) throws IOException {
    json.writeObjectFieldStart("range");
    position("start", place.line(), place.byteColumn());
    position("end", place.endLine(), place.endByteColumn());
    json.writeEndObject();
  }

  private void position(String name, int line, int column) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
  }

  private void suggestion(Optional<Suggestion> suggestion) throws IOException {
    json.writeArrayFieldStart("suggestions");
    if (suggestion.isPresent()) {
      json.writeStartObject();
      range(suggestion.get().place());
      json.writeStringField("text", suggestion.get().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void related(List<Finding.Related> related) throws IOException {
    json.writeArrayFieldStart("related_locations");
    for (Finding.Related each : related) {
      json.writeStartObject();
      json.writeStringField("message", MarkdownText.sparing(TextReport.shown(each.message())));
      location(each.location().path(), Optional.of(each.location()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
