package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.change.Change;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.project.RunOptions.Mode;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.section.StatusKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the report for bots, which {@code schemas/autoheal-report.schema.json} describes. Fields
 * are only ever added.
 */
public final class JsonReport implements Report {
  private JsonGenerator json;
  private boolean isReview;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    json = JsonWriter.generator(out);
    isReview = input.result().mode() == Mode.REVIEW;
    json.writeStartObject();
    head(input);
    summary(input.result());
    json.writeArrayFieldStart("files");
    for (FileResult file : input.result().files()) {
      file(file);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings(input.result())) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("errors");
    for (Problem error : input.result().errors()) {
      error(error);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  /** Includes the fixed findings of a review, but not the findings that other runs fixed. */
  private static List<Finding> findings(LintResult result) {
    Stream<Finding> fixed = result.files().stream().flatMap(file -> file.fixed().stream());
    return Stream.concat(
            result.findings().stream(), fixed.filter(finding -> finding.state().isPresent()))
        .sorted()
        .toList();
  }

  private void head(ReportInput input) throws IOException {
    json.writeNumberField("schemaVersion", 1);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "autoheal");
    json.writeStringField("version", input.version());
    json.writeEndObject();
    json.writeStringField("command", input.command());
    json.writeStringField("outcome", input.word());
    json.writeNumberField("exitCode", input.exitCode());
  }

  private void summary(LintResult result) throws IOException {
    long skipped = result.count(Status.SKIPPED);
    json.writeObjectFieldStart("summary");
    json.writeNumberField("checked", result.files().size() - skipped);
    json.writeNumberField("skipped", skipped);
    json.writeNumberField("errors", result.count(Severity.ERROR));
    json.writeNumberField("warnings", result.count(Severity.WARNING));
    json.writeNumberField("infos", result.count(Severity.INFO));
    json.writeNumberField("ignored", result.suppressed());
    if (isReview) {
      for (Finding.State state : Finding.State.values()) {
        json.writeNumberField(state.word(), result.count(state));
      }
    }
    json.writeNumberField(
        "changes", result.files().stream().mapToInt(file -> file.changes().size()).sum());
    json.writeEndObject();
  }

  private void file(FileResult file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    text("app", file.app());
    json.writeStringField("status", file.status().word());
    if (file.status() == Status.SKIPPED) {
      json.writeStringField("reason", Secrets.redact(file.reason().orElseThrow()));
    }
    json.writeArrayFieldStart("changes");
    for (Change change : file.changes()) {
      change(change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void change(Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", change.kind().id());
    text("trigger", change.key().map(key -> key.trigger().policyName()));
    text("attribute", change.attribute());
    text("before", change.before().map(Secrets::redact));
    text("after", change.after().map(Secrets::redact));
    json.writeStringField("effect", change.effect().id());
    Optional<StatusKey> status = change.key().flatMap(key -> key.status());
    if (status.isPresent()) {
      json.writeNumberField("status", status.get().status());
      json.writeNumberField("subStatus", status.get().subStatus());
      json.writeNumberField("win32Status", status.get().win32Status());
    }
    if (isReview) {
      json.writeNullField("policy");
    }
    json.writeObjectFieldStart(isReview ? "place" : "policy");
    place(change.policy());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().word());
    place(finding.location());
    json.writeNumberField("endLine", finding.location().endLine());
    json.writeNumberField("endColumn", finding.location().endColumn());
    json.writeStringField("message", Secrets.redact(finding.message()));
    if (finding.fix().isPresent()) {
      json.writeObjectFieldStart("fix");
      json.writeStringField("title", finding.fix().get().title());
      json.writeBooleanField("safe", finding.fix().get().safe());
      json.writeEndObject();
    } else {
      json.writeNullField("fix");
    }
    text("state", finding.state().map(Finding.State::word));
    json.writeArrayFieldStart("related");
    for (Finding.Related related : finding.related()) {
      json.writeStartObject();
      place(related.location());
      json.writeStringField("message", Secrets.redact(related.message()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void error(Problem error) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", Secrets.redact(error.message()));
    if (error.location().path().isEmpty()) {
      json.writeNullField("path");
      json.writeNullField("line");
      json.writeNullField("column");
    } else {
      place(error.location());
    }
    json.writeEndObject();
  }

  private void place(Location location) throws IOException {
    json.writeStringField("path", location.path());
    json.writeNumberField("line", location.line());
    json.writeNumberField("column", location.column());
  }

  private void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
