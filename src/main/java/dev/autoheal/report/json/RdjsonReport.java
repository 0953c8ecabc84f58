package dev.autoheal.report.json;

import dev.autoheal.finding.Fix;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Suggestion;
import dev.autoheal.report.Annotation;
import dev.autoheal.report.Annotations;
import dev.autoheal.report.MarkdownText;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.TextReport;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes the diagnostic format of reviewdog, which turns diagnostics into comments. It turns safe
 * fixes into suggestions that a click commits. Columns are in bytes.
 */
public final class RdjsonReport implements Report {
  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    JsonWriter.write(
        new JsonObject()
            .put("source", new JsonObject().put("name", "autoheal"))
            .put(
                "diagnostics",
                new Annotations(input).problems().stream().map(RdjsonReport::diagnostic)),
        out);
  }

  private static JsonObject diagnostic(Annotation note) {
    JsonObject diagnostic =
        new JsonObject()
            .put("message", MarkdownText.sparing(note.message()))
            .put("severity", note.severity().name());
    if (!note.path().isEmpty()) {
      diagnostic.put("location", location(note.path(), note.place()));
    }
    Optional<Suggestion> suggestion =
        note.finding()
            .flatMap(ReportedFinding::fix)
            .flatMap(Fix::suggestion)
            .filter(fix -> Secrets.in(fix.text()).isEmpty());
    List<ReportedFinding.Related> related =
        note.finding().map(ReportedFinding::related).orElse(List.of());
    return diagnostic
        .put("code", new JsonObject().put("value", note.name()))
        .put("suggestions", suggestion.stream().map(RdjsonReport::suggestion))
        .put("related_locations", related.stream().map(RdjsonReport::related));
  }

  private static JsonObject location(String path, Optional<Location> place) {
    JsonObject location = new JsonObject().put("path", path);
    place.ifPresent(range -> location.put("range", range(range)));
    return location;
  }

  private static JsonObject range(Location place) {
    return new JsonObject()
        .put("start", position(place.line(), place.start().byteColumn()))
        .put("end", position(place.endLine(), place.end().byteColumn()));
  }

  private static JsonObject position(int line, int column) {
    return new JsonObject().put("line", line).put("column", column);
  }

  private static JsonObject suggestion(Suggestion suggestion) {
    return new JsonObject().put("range", range(suggestion.place())).put("text", suggestion.text());
  }

  private static JsonObject related(ReportedFinding.Related related) {
    return new JsonObject()
        .put("message", MarkdownText.sparing(TextReport.shown(related.message())))
        .put("location", location(related.location().path(), Optional.of(related.location())));
  }
}
