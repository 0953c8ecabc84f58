package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the sample {@code mistakes} has a folder for each rule with one finding. */
class MistakesTest {
  private static final Path MISTAKES = Path.of("samples/mistakes");

  /** A file above 250 KB would be too large for a sample. */
  private static final List<String> NOT_SHOWN = List.of("file-too-large");

  private static final Pattern FINDING =
      Pattern.compile("(?m)^\\S+:\\d+:\\d+: .* \\[([a-z0-9-]+)]$");

  @TempDir Path temp;

  static Stream<String> shown() {
    return Rules.all().stream().map(Rule::id).filter(id -> !NOT_SHOWN.contains(id));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void reportsOnlyThisRule(String rule) throws IOException {
    Workspace work = Project.copyIn(temp);
    String output = work.run("check", "--verbose", MISTAKES + "/" + rule).text();

    assertThat(FINDING.matcher(output).results().map(found -> found.group(1)))
        .as(output)
        .containsExactly(rule);
  }

  @Test
  void coversEachRule() throws IOException {
    assertThat(
            Project.files(MISTAKES).stream()
                .filter(file -> file.contains("/"))
                .map(file -> file.substring(0, file.indexOf('/')))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(shown().toList());
  }
}
