package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Reports of Code Quality as GitLab takes them: of two with one fingerprint it shows the first. */
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
