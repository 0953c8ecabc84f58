package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Validates reports for reviewdog. No range may end before it starts. */
final class RdjsonSchema {
  private static final JsonReader READER = JsonReader.of("rdjson.schema.json");

  private RdjsonSchema() {}

  /** Returns the diagnostics. */
  static JsonNode validated(byte[] report) {
    JsonNode diagnostics = READER.validated(report).get("diagnostics");
    for (JsonNode range : diagnostics.findValues("range")) {
      int line = range.at("/start/line").asInt();
      int endLine = range.at("/end/line").asInt();
      assertThat(endLine).isGreaterThanOrEqualTo(line);
      if (line == endLine) {
        assertThat(range.at("/end/column").asInt())
            .isGreaterThanOrEqualTo(range.at("/start/column").asInt());
      }
    }
    return diagnostics;
  }
}
