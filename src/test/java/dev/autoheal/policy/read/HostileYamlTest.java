package dev.autoheal.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.autoheal.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads documents of the maximum size that are built to cost time, memory or stack. The generous
 * timeout only detects endless reads.
 */
class HostileYamlTest {
  private static final int SIZE = PolicyReader.SIZE_LIMIT;

  static Stream<Arguments> documents() {
    return Stream.of(
        named("brackets", "[".repeat(SIZE)),
        named("braces", "{a: ".repeat(SIZE / 4)),
        named("block lists in one line", "- ".repeat(SIZE / 2)),
        named("question marks", "? ".repeat(SIZE / 2)),
        named("block maps", nested(500)),
        named("one long word", "version: 1\nx: " + "a".repeat(SIZE - 20)),
        named("one long number", "version: " + "9".repeat(SIZE - 20)),
        named("one long quoted text", "version: \"" + "a ".repeat(SIZE / 2 - 10) + "\""),
        named("one long key", "a".repeat(SIZE - 3) + ": 1"),
        named("many escapes", "version: \"" + "\\u0041".repeat(SIZE / 6 - 10) + "\""),
        named("many folded lines", "version: |\n" + " a\n".repeat(SIZE / 3 - 10)),
        named("one key again and again", "{" + "a,".repeat(SIZE / 2 - 5) + "}"),
        named("many keys", "{" + numbered("k%d", ",", 35_000) + "}"),
        named("many aliases", "[" + "*a,".repeat(SIZE / 3 - 5) + "]"),
        named("many tags", "[" + "!a x,".repeat(SIZE / 5 - 5) + "]"),
        named("many anchors", "[" + "&a x,".repeat(SIZE / 5 - 5) + "]"),
        named("many documents", "---\n".repeat(SIZE / 4)),
        named(
            "many rules",
            "{version: 1, defaults: {triggers: {statusCodes: ["
                + numbered("{status: 400,subStatus: %d,count: 1}", ",", 6000)
                + "]}}}"),
        named(
            "many apps in one line",
            "{version: 1, apps: ["
                + numbered("{name: n%1$d, files: [f%1$d], action: recycle}", ",", 5000)
                + "]}"),
        named(
            "many apps for one file",
            "{version: 1, apps: ["
                + numbered("{name: n%1$d, files: [f, \"!%1$d\"]}", ",", 6500)
                + "]}"),
        named(
            "many defaults in many apps",
            "{version: 1, defaults: {triggers: {statusCodes: ["
                + numbered("{status: 400,subStatus: %d,count: 1}", ",", 100)
                + "]}}, apps: ["
                + numbered("{name: n%1$d, files: [f%1$d]}", ",", 6000)
                + "]}"));
  }

  private static Arguments named(String name, String document) {
    return Arguments.of(name, document);
  }

  private static String numbered(String format, String separator, int count) {
    return IntStream.range(0, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(separator));
  }

  private static String nested(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(level -> "  ".repeat(level) + "a:\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsInBoundedTimeAndStack(String name, String document) {
    assertThat(document.length()).isLessThanOrEqualTo(SIZE);
    PolicyReader.Result result =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Policies.read(document));
    if (result instanceof PolicyReader.Invalid invalid) {
      assertThat(invalid.problems()).isNotEmpty().isSorted().hasSizeLessThanOrEqualTo(100);
    }
  }

  @Test
  void rejectsALargerFile() {
    byte[] bytes = new byte[SIZE + 1];
    PolicyReader.Result result =
        PolicyReader.read(SourceFile.of("autoheal.yaml", bytes), Policies.RULES);
    assertThat(result).isEqualTo(PolicyReader.tooLarge("autoheal.yaml", SIZE + 1));
    assertThat(PolicyReader.tooLarge("autoheal.yaml", 50_000_000).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo("expected at most 262144 bytes for the policy, got 50000000 bytes"));
  }

  @Test
  void acceptsAFileOfTheMaximumSize() {
    String policy = "version: 1\n" + "#".repeat(SIZE - 11);
    assertThat(policy.getBytes(StandardCharsets.UTF_8)).hasSize(SIZE);
    assertThat(Policies.problems(policy)).isEmpty();
  }

  @Test
  void countsColumnsInUtf16Units() {
    assertThat(
            Policies.problems("# \uD83D\uDE00\r\nversion: 1\r\nexclude: [\"\uD83D\uDE00\", 5]\r\n"))
        .containsExactly(
            "3:17: expected a pattern for an item of 'exclude', got a number; put it in quotes");
  }
}
