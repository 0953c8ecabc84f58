package dev.autoheal.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Problem;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the policy in each folder of {@code policies} and compares the problems with the expected
 * ones. {@code -Dcases.update=true} updates them.
 */
class PolicyCasesTest {
  private static final Path CASES = Path.of("src/test/resources/policies");

  static List<Path> cases() throws IOException {
    return names(CASES).stream().map(CASES::resolve).toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matchesTheExpectedResult(Path folder) throws IOException {
    byte[] policy = Files.readAllBytes(folder.resolve("policy.yaml"));
    Path expected = folder.resolve("expected.txt");
    String actual = text(PolicyReader.read(SourceFile.of("autoheal.yaml", policy), Policies.RULES));
    if (Boolean.getBoolean("cases.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected, UTF_8));
    assertThat(names(folder)).containsExactly("expected.txt", "policy.yaml");
  }

  private static String text(PolicyReader.Result result) {
    return result instanceof PolicyReader.Invalid invalid
        ? invalid.problems().stream().map(PolicyCasesTest::text).collect(Collectors.joining())
        : "valid\n";
  }

  private static String text(Problem problem) {
    Location at = problem.location();
    int end = at.endLine() == at.line() ? at.endColumn() : at.sourceLine().length() + 1;
    String mark =
        at.sourceLine().substring(0, at.column() - 1).replaceAll("[^\t]", " ")
            + "^".repeat(Math.max(1, end - at.column()));
    return "%s:%d:%d: error: %s%n%5d | %s%n      | %s%n"
        .formatted(
            at.path(), at.line(), at.column(), problem.message(), at.line(), at.sourceLine(), mark)
        .replace(System.lineSeparator(), "\n");
  }
}
