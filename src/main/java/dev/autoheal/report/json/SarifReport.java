package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Problem;
import dev.autoheal.lint.LintResult.Failure;
import dev.autoheal.policy.Exemption;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes SARIF 2.1.0 within the limits of GitHub code scanning. Results that it would refuse are
 * left out, the mildest first, and a notification says so. SARIF has no form for a change of a
 * section, so diff and apply write the findings that remain. {@code primaryLocationLineHash} is
 * left to the action that uploads the log: it warns about any value other than its own.
 */
public final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String ROOT = "%SRCROOT%";
  private static final List<String> RULES = Rules.all().stream().map(Rule::id).toList();

  /** The most results in a run; GitHub refuses more. */
  private static final int MOST = 25_000;

  /** The number of results that GitHub keeps; of more results it keeps the most severe. */
  private static final int KEPT = 5_000;

  /** The largest size in bytes, compressed by gzip; GitHub refuses a larger file. */
  private static final int LARGEST = 10_000_000;

  private JsonGenerator json;

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    List<SarifResult> all = SarifResult.of(input.result());
    int most = Math.min(MOST, all.size());
    byte[] log = log(input, all, most);
    while (log.length > LARGEST && zipped(log) > LARGEST) {
      most /= 2;
      log = log(input, all, most);
    }
    out.write(log);
  }

  private static int zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    }
    return zipped.size();
  }

  private byte[] log(ReportInput input, List<SarifResult> all, int most) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    List<SarifResult> results = SarifResult.worst(all, most);
    json = JsonWriter.generator(log);
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(input.version());
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField("id", "autoheal/" + input.command() + "/");
    json.writeEndObject();
    json.writeStringField("columnKind", "utf16CodeUnits");
    root();
    invocation(input, results.size(), all.size());
    json.writeArrayFieldStart("results");
    for (SarifResult result : results) {
      result(result);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
    return log.toByteArray();
  }

  private void tool(String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "autoheal");
    json.writeStringField("version", version);
    SarifRules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void root() throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(ROOT);
    json.writeObjectFieldStart("description");
    json.writeStringField("text", "The root of the repository.");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(ReportInput input, int shown, int all) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", input.result().failure() == Failure.NONE);
    json.writeNumberField("exitCode", input.exitCode());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Problem error : input.result().errors()) {
      error(error);
    }
    if (shown < all) {
      warning("showing %d of %d results, the mildest are left out".formatted(shown, all));
    }
    if (shown > KEPT) {
      warning("GitHub shows the worst %d of %d results".formatted(KEPT, shown));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void error(Problem error) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", "error");
    message(error.message());
    if (!error.location().path().isEmpty()) {
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      place(error.location());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void warning(String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", "warning");
    message(text);
    json.writeEndObject();
  }

  private void result(SarifResult result) throws IOException {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", RULES.indexOf(finding.rule()));
    json.writeStringField("level", SarifRules.level(finding.severity()));
    if (finding.state().isPresent()) {
      json.writeStringField("baselineState", finding.isNews() ? "new" : "unchanged");
    }
    message(finding.message());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    place(finding.location());
    json.writeEndObject();
    json.writeEndArray();
    related(finding.related());
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("autoheal/v1", result.fingerprint());
    json.writeEndObject();
    suppressions(result);
    json.writeEndObject();
  }

  private void related(List<Finding.Related> related) throws IOException {
    json.writeArrayFieldStart("relatedLocations");
    for (int i = 0; i < related.size(); i++) {
      json.writeStartObject();
      json.writeNumberField("id", i + 1);
      place(related.get(i).location());
      message(related.get(i).message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void suppressions(SarifResult result) throws IOException {
    json.writeArrayFieldStart("suppressions");
    if (result.suppressed().isPresent()) {
      for (String reason : result.suppressed().get().reasons()) {
        suppression("inSource", reason);
        json.writeEndObject();
      }
      for (Exemption exception : result.suppressed().get().exceptions()) {
        suppression("external", "%s (until %s)".formatted(exception.reason(), exception.until()));
        json.writeObjectFieldStart("location");
        place(exception.ruleAt());
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /** Writes a suppression and leaves its JSON object open. */
  private void suppression(String kind, String justification) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", SarifText.message(justification));
  }

  private void message(String text) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", SarifText.message(text));
    json.writeEndObject();
  }

  private void place(Location location) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", SarifText.uri(location.path()));
    json.writeStringField("uriBaseId", ROOT);
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", location.line());
    json.writeNumberField("startColumn", location.column());
    json.writeNumberField("endLine", location.endLine());
    json.writeNumberField("endColumn", location.endColumn());
    json.writeEndObject();
    json.writeEndObject();
  }
}
