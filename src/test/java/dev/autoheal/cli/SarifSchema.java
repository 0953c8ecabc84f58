package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Validates logs against the schema of SARIF 2.1.0 and the requirements of GitHub code scanning.
 */
public final class SarifSchema {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  /** The rules are long and the same in every log, so they are validated once. */
  private static volatile JsonNode knownRules;

  private static final int LARGEST = 10_000_000;

  private SarifSchema() {}

  private static JsonSchema schema() {
    try (InputStream in =
        SarifSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the only run of a log. Fails if GitHub would reject the log. */
  public static JsonNode validated(byte[] log) {
    JsonNode json;
    try {
      json = MAPPER.readTree(log);
      assertThat(zipped(log)).isLessThanOrEqualTo(LARGEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode run = run(json);
    JsonNode rules = run.at("/tool/driver/rules");
    if (!rules.equals(knownRules)) {
      assertThat(SCHEMA.validate(json)).isEmpty();
      examineRules(rules);
      knownRules = rules;
    }
    ((ObjectNode) run.at("/tool/driver")).remove("rules");
    assertThat(SCHEMA.validate(json)).isEmpty();
    return run;
  }

  private static JsonNode run(JsonNode json) {
    assertThat(json.get("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
    assertThat(json.get("runs")).hasSize(1);
    JsonNode run = json.get("runs").get(0);
    assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(run.get("results"))
        .hasSizeLessThanOrEqualTo(25_000)
        .allSatisfy(SarifSchema::examine);
    return run;
  }

  private static int zipped(byte[] log) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(log);
    }
    return zipped.size();
  }

  private static void examineRules(JsonNode rules) {
    assertThat(rules.findValuesAsText("id")).isEqualTo(Rules.all().stream().map(Rule::id).toList());
    for (JsonNode rule : rules) {
      for (String text : List.of("/shortDescription/text", "/fullDescription/text")) {
        assertThat(rule.at(text).asText()).as(text).isNotBlank().hasSizeLessThanOrEqualTo(1024);
      }
      assertThat(rule.at("/help/text").asText()).isNotBlank();
      assertThat(rule.at("/help/markdown").asText()).startsWith("# " + rule.get("id").asText());
    }
  }

  private static void examine(JsonNode result) {
    assertThat(result.at("/message/text").asText()).isNotBlank().doesNotContain("](");
    assertThat(Rules.all().get(result.get("ruleIndex").asInt()).id())
        .isEqualTo(result.get("ruleId").asText());
    assertThat(result.get("locations")).hasSize(1);
    examinePlace(result.get("locations").get(0).get("physicalLocation"));
    assertThat(result.get("relatedLocations"))
        .hasSizeLessThanOrEqualTo(1000)
        .allSatisfy(related -> examinePlace(related.get("physicalLocation")));
    assertThat(result.at("/partialFingerprints/autoheal~1v1").asText()).hasSize(32);
    assertThat(result.get("partialFingerprints").has("primaryLocationLineHash")).isFalse();
  }

  private static void examinePlace(JsonNode place) {
    JsonNode region = place.get("region");
    int line = region.get("startLine").asInt();
    int endLine = region.get("endLine").asInt();
    assertThat(line).isPositive().isLessThanOrEqualTo(endLine);
    assertThat(region.get("startColumn").asInt()).isPositive();
    assertThat(region.get("endColumn").asInt())
        .isGreaterThanOrEqualTo(line == endLine ? region.get("startColumn").asInt() : 1);
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(path(place)).isNotEmpty();
  }

  /** Returns the path of a location. */
  static String path(JsonNode physicalLocation) {
    String uri = physicalLocation.at("/artifactLocation/uri").asText();
    URI parsed = URI.create(uri);
    assertThat(parsed.isAbsolute()).isFalse();
    assertThat(parsed.getRawPath()).isEqualTo(uri);
    assertThat(parsed.getRawAuthority()).isNull();
    return parsed.getPath();
  }
}
