package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads reports and validates them against a schema in the test resources. */
record JsonReader(JsonSchema schema) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Returns a reader for the schema with this name. */
  static JsonReader of(String name) {
    try (InputStream in = JsonReader.class.getResourceAsStream("/schema/" + name)) {
      return new JsonReader(
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode validated(byte[] report) {
    try {
      JsonNode json = MAPPER.readTree(report);
      assertThat(schema.validate(json)).isEmpty();
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
