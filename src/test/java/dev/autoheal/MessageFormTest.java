package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFormTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  static Stream<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().matches(".*\\.(?:out|txt)")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void messagesInGoldenFilesHaveTheForm(Path file) throws IOException {
    MessageForm.assertOutput(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown element <request> in <triggers>; did you mean <requests>?",
        "invalid count=\"a;b;c\"; expected a whole number",
        "unknown key 'stands' in 'plan'; remove it"
      })
  void acceptsProblemAndFix(String message) {
    assertThat(MessageForm.mistakes(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one; two; three                           | more than one semicolon
          missing attribute count; add one.         | full stop
          the section stands in another file        | odd word: stands
          request is no element of triggers         | odd word: is no
          """)
  void findsMistakes(String message, String mistake) {
    assertThat(MessageForm.mistakes(message)).containsExactly(mistake);
  }

  @Test
  void findsLongMessages() {
    assertThat(MessageForm.mistakes("x".repeat(110))).isEmpty();
    assertThat(MessageForm.mistakes("x".repeat(111))).containsExactly("longer than 110: 111");
  }

  @Test
  void findsBareValuesOfTheSourceLine() {
    String output =
        "web.config:1:10: error: %s [invalid-number]\n    1 | <a count=\"ten\" />\n      |           ^^^\n";

    MessageForm.assertOutput(output.formatted("invalid count=\"ten\"; expected a whole number"));
    assertThatThrownBy(() -> MessageForm.assertOutput(output.formatted("ten is a wrong number")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void readsFindingsAndFailures() {
    for (String output :
        List.of(
            "a/b.config:1:2: note: it stands (autoheal.yaml:3) [drift]\n",
            "autoheal.yaml:1:2: error: it stands\n",
            "autoheal: it stands\n")) {
      assertThatThrownBy(() -> MessageForm.assertOutput(output)).hasMessageContaining("stands");
    }
  }
}
