package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCommandTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "policy, autoheal-policy.schema.json",
    "monitoring, autoheal-monitoring.xsd",
    "report, autoheal-report.schema.json"
  })
  void printsThePublishedFile(String name, String file) throws Exception {
    byte[] expected = Files.readAllBytes(Path.of("schemas", file));

    Shell.Result printed = Shell.in(temp).run("schema", name);
    assertThat(printed.exit()).isZero();
    assertThat(printed.out()).isEqualTo(expected);
    for (String option : new String[] {"-o", "--output"}) {
      Shell.Result written = Shell.in(temp).run("schema", name, option, "x");
      assertThat(written.exit()).isZero();
      assertThat(written.out()).isEmpty();
      assertThat(Files.readAllBytes(temp.resolve("x"))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy", "report"})
  void printsAValidSchemaOfDraft7(String name) throws Exception {
    String schema = Shell.in(temp).run("schema", name).text();

    assertThat(new ObjectMapper().readTree(schema).get("$schema").asText())
        .isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(getClass().getResourceAsStream("/draft-07/schema"))
                .validate(schema, InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void printsACompletionScript() throws Exception {
    Shell.Result result = Shell.in(temp).run("generate-completion");

    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("complete -F _complete_autoheal")
        .contains("--fail-on", "\"error\" \"warning\" \"info\" \"never\"")
        .contains("\"policy\" \"monitoring\" \"report\"")
        .contains("\"install\" \"uninstall\"");
    for (String verb : Commands.names()) {
      assertThat(result.text()).contains(verb);
    }
  }
}
