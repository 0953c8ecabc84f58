package dev.autoheal.report.json;

import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.LintResult.Failure;
import dev.autoheal.policy.Exemption;
import dev.autoheal.report.Report;
import dev.autoheal.report.ReportInput;
import dev.autoheal.report.Version;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.rules.Rules;
import dev.autoheal.text.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** The most suppressions of one result: each of thousands of comments may suppress thousands. */
  private static final int MOST_SUPPRESSIONS = 10;

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

  private static byte[] log(ReportInput input, List<SarifResult> all, int most) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    List<SarifResult> results = SarifResult.worst(all, most);
    JsonObject run =
        new JsonObject()
            .put("tool", new JsonObject().put("driver", driver(Version.NUMBER)))
            .put(
                "automationDetails",
                new JsonObject().put("id", "autoheal/" + input.command() + "/"))
            .put("columnKind", "utf16CodeUnits")
            .put("originalUriBaseIds", new JsonObject().put(ROOT, root()))
            .put("invocations", Stream.of(invocation(input, results.size(), all.size())))
            .put("results", results.stream().map(SarifReport::result));
    JsonWriter.write(
        new JsonObject().put("$schema", SCHEMA).put("version", "2.1.0").put("runs", Stream.of(run)),
        log);
    return log.toByteArray();
  }

  private static JsonObject driver(String version) {
    return new JsonObject()
        .put("name", "autoheal")
        .put("version", version)
        .put("rules", SarifRules.all());
  }

  private static JsonObject root() {
    return new JsonObject()
        .put("description", new JsonObject().put("text", "The root of the repository."));
  }

  private static JsonObject invocation(ReportInput input, int shown, int all) {
    Stream.Builder<JsonObject> warnings = Stream.builder();
    if (shown < all) {
      warnings.add(
          warning("showing %d of %d results; the least severe are left out".formatted(shown, all)));
    }
    if (shown > KEPT) {
      warnings.add(
          warning("GitHub shows only the %d most severe of %d results".formatted(KEPT, shown)));
    }
    return new JsonObject()
        .put("executionSuccessful", input.result().failure() == Failure.NONE)
        .put("exitCode", input.exitCode())
        .put(
            "toolExecutionNotifications",
            Stream.concat(
                input.result().errors().stream().map(SarifReport::error), warnings.build()));
  }

  private static JsonObject error(Problem error) {
    JsonObject object =
        new JsonObject().put("level", "error").put("message", message(error.message()));
    if (!error.location().path().isEmpty()) {
      object.put("locations", Stream.of(location(error.location())));
    }
    return object;
  }

  private static JsonObject warning(String text) {
    return new JsonObject().put("level", "warning").put("message", message(text));
  }

  private static JsonObject result(SarifResult result) {
    ReportedFinding finding = result.finding();
    JsonObject object =
        new JsonObject()
            .put("ruleId", finding.rule())
            .put("ruleIndex", RULES.indexOf(finding.rule()))
            .put("level", SarifRules.level(finding.severity()));
    if (finding.state().isPresent()) {
      object.put("baselineState", finding.isNew() ? "new" : "unchanged");
    }
    return object
        .put("message", message(finding.message()))
        .put("locations", Stream.of(location(finding.location())))
        .put("relatedLocations", related(finding.related()))
        .put("partialFingerprints", new JsonObject().put("autoheal/v1", result.fingerprint()))
        .put("suppressions", result.suppressed().stream().flatMap(SarifReport::suppressions));
  }

  private static Stream<JsonObject> related(List<ReportedFinding.Related> related) {
    return IntStream.range(0, related.size())
        .mapToObj(
            i ->
                new JsonObject()
                    .put("id", i + 1)
                    .put("physicalLocation", physicalLocation(related.get(i).location()))
                    .put("message", message(related.get(i).message())));
  }

  private static Stream<JsonObject> suppressions(SuppressedFinding<ReportedFinding> suppressed) {
    return Stream.concat(
            suppressed.reasons().stream().map(reason -> suppression("inSource", reason)),
            suppressed.exceptions().stream().map(SarifReport::suppression))
        .limit(MOST_SUPPRESSIONS);
  }

  private static JsonObject suppression(Exemption exception) {
    return suppression("external", "%s (until %s)".formatted(exception.reason(), exception.until()))
        .put("location", location(exception.ruleAt()));
  }

  private static JsonObject suppression(String kind, String justification) {
    return new JsonObject()
        .put("kind", kind)
        .put("status", "accepted")
        .put("justification", SarifText.message(justification));
  }

  private static JsonObject message(String text) {
    return new JsonObject().put("text", SarifText.message(text));
  }

  private static JsonObject location(Location location) {
    return new JsonObject().put("physicalLocation", physicalLocation(location));
  }

  private static JsonObject physicalLocation(Location location) {
    return new JsonObject()
        .put(
            "artifactLocation",
            new JsonObject().put("uri", SarifText.uri(location.path())).put("uriBaseId", ROOT))
        .put(
            "region",
            new JsonObject()
                .put("startLine", location.line())
                .put("startColumn", location.column())
                .put("endLine", location.endLine())
                .put("endColumn", location.endColumn()));
  }
}
