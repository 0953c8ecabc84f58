package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Validates Code Quality reports. GitLab shows only the first of two entries with one fingerprint.
 */
final class GitlabSchema {
  private static final JsonReader READER = JsonReader.of("gitlab-code-quality.schema.json");

  private GitlabSchema() {}

  static JsonNode validated(byte[] report) {
    JsonNode entries = READER.validated(report);
    assertThat(entries.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    for (JsonNode entry : entries) {
      assertThat(entry.get("description").asText())
          .startsWith(entry.get("check_name").asText() + ": ");
    }
    return entries;
  }
}
