package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents and help avoid the words that messages avoid. */
class WordsTest {
  private static final List<String> FOLDERS =
      List.of("docs", "integrations", "schemas", "src/main/resources/rule");

  static List<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(
            List.of(
                Path.of("README.md"),
                Path.of("SECURITY.md"),
                Path.of("CONTRIBUTING.md"),
                Path.of("CHANGELOG.md"),
                Path.of("samples/README.md"),
                Path.of("src/main/resources/policy/presets.yaml")));
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files.filter(Files::isRegularFile).forEach(documents::add);
      }
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentsAvoidOddWords(Path document) throws IOException {
    String prose =
        Files.readString(document).replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");

    assertThat(odd(prose)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "diff",
        "apply",
        "review",
        "init",
        "show",
        "explain",
        "hook",
        "schema",
        "generate-completion",
        "generate-man-page"
      })
  void helpAvoidsOddWords(String command, @TempDir Path temp) {
    assertThat(odd(Shell.in(temp).run(command, "--help").text())).isEmpty();
  }

  private static List<String> odd(String text) {
    return MessageForm.ODD_WORDS.matcher(text).results().map(MatchResult::group).toList();
  }
}
