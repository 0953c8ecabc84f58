package dev.autoheal.report.json;

import dev.autoheal.change.Change;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileResult.Status;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.Version;
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
  private boolean isReview;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    LintResult result = input.result();
    isReview = result.mode() == Mode.REVIEW;
    JsonWriter.write(
        new JsonObject()
            .put("schemaVersion", 1)
            .put("tool", new JsonObject().put("name", "autoheal").put("version", Version.NUMBER))
            .put("command", input.command())
            .put("outcome", input.word())
            .put("exitCode", input.exitCode())
            .put("summary", summary(result))
            .put("files", result.files().stream().map(this::file))
            .put("findings", findings(result).stream().map(JsonReport::finding))
            .put("errors", result.errors().stream().map(JsonReport::error)),
        out);
  }

  /** Includes the fixed findings of a review, but not the findings that other runs fixed. */
  private static List<ReportedFinding> findings(LintResult result) {
    Stream<ReportedFinding> fixed =
        result.files().stream().flatMap(file -> file.found().fixed().stream());
    return Stream.concat(
            result.findings().stream(), fixed.filter(finding -> finding.state().isPresent()))
        .sorted()
        .toList();
  }

  private JsonObject summary(LintResult result) {
    long skipped = result.count(Status.SKIPPED);
    JsonObject summary =
        new JsonObject()
            .put("checked", result.files().size() - skipped)
            .put("skipped", skipped)
            .put("errors", result.count(Severity.ERROR))
            .put("warnings", result.count(Severity.WARNING))
            .put("infos", result.count(Severity.INFO))
            .put("ignored", result.suppressed());
    if (isReview) {
      for (ReportedFinding.State state : ReportedFinding.State.values()) {
        summary.put(state.word(), result.count(state));
      }
    }
    return summary.put(
        "changes", result.files().stream().mapToInt(file -> file.changes().size()).sum());
  }

  private JsonObject file(FileResult file) {
    JsonObject object =
        new JsonObject()
            .put("path", file.path())
            .put("app", file.app().map(Secrets::redact))
            .put("status", file.status().word());
    if (file.status() == Status.SKIPPED) {
      object.put("reason", Secrets.redact(file.reason().orElseThrow()));
    }
    return object.put("changes", file.changes().stream().map(this::change));
  }

  private JsonObject change(Change change) {
    JsonObject object =
        new JsonObject()
            .put("kind", change.kind().id())
            .put("trigger", change.key().map(key -> key.trigger().policyName()))
            .put("attribute", change.attribute().map(Secrets::redact))
            .put("before", change.before().map(Secrets::redact))
            .put("after", change.after().map(Secrets::redact))
            .put("effect", change.effect().id());
    Optional<StatusKey> status = change.key().flatMap(key -> key.status());
    if (status.isPresent()) {
      object
          .put("status", status.get().status())
          .put("subStatus", status.get().subStatus())
          .put("win32Status", status.get().win32Status());
    }
    if (isReview) {
      object.put("policy", Optional.empty());
    }
    return object.put(isReview ? "place" : "policy", putPlace(new JsonObject(), change.policy()));
  }

  private static JsonObject finding(ReportedFinding finding) {
    JsonObject object =
        new JsonObject().put("rule", finding.rule()).put("severity", finding.severity().word());
    return putPlace(object, finding.location())
        .put("endLine", finding.location().endLine())
        .put("endColumn", finding.location().endColumn())
        .put("message", Secrets.redact(finding.message()))
        .put("fix", finding.fix().map(JsonReport::fix))
        .put("state", finding.state().map(ReportedFinding.State::word))
        .put("related", finding.related().stream().map(JsonReport::related));
  }

  private static JsonObject fix(Fix fix) {
    return new JsonObject().put("title", Secrets.redact(fix.title())).put("safe", fix.safe());
  }

  private static JsonObject related(ReportedFinding.Related related) {
    return putPlace(new JsonObject(), related.location())
        .put("message", Secrets.redact(related.message()));
  }

  private static JsonObject error(Problem error) {
    Optional<Location> place =
        Optional.of(error.location()).filter(location -> !location.path().isEmpty());
    return new JsonObject()
        .put("message", Secrets.redact(error.message()))
        .put("path", place.map(Location::path))
        .put("line", place.map(Location::line))
        .put("column", place.map(Location::column));
  }

  private static JsonObject putPlace(JsonObject object, Location location) {
    return object
        .put("path", location.path())
        .put("line", location.line())
        .put("column", location.column());
  }
}
