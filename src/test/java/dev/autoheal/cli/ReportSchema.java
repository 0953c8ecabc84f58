package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Validates all JSON reports of the tests against the published schema. */
final class ReportSchema {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final JsonSchema SCHEMA = schema();

  private ReportSchema() {}

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(Files.readString(Path.of("schemas/autoheal-report.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the report as a tree. Fails if the schema rejects it. */
  static JsonNode validated(byte[] report) {
    JsonNode json = parsed(report);
    assertThat(SCHEMA.validate(json)).isEmpty();
    return json;
  }

  /** Returns JSON as a tree. Fails if it is invalid or followed by other text. */
  static JsonNode parsed(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
