package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks what CONTRIBUTING.md says about the code. */
class ContributingTest {
  private static final Path PAGE = Path.of("CONTRIBUTING.md");
  private static final Path MAIN = Path.of("src/main/java/dev/autoheal");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| `([a-z.]+)` \\|");
  private static final Pattern FILE =
      Pattern.compile("`((?:src|schemas|samples|integrations)/[^` ]+)`");
  private static final Pattern CLASS =
      Pattern.compile("(?m)^((?:[a-z]+\\.)+)([A-Z]\\w+) |`([A-Z]\\w+)(?:\\.java)?`");

  private static final String OF_PICOCLI = "CommandSpec";

  private static String text() throws IOException {
    return Files.readString(PAGE);
  }

  @Test
  void listsTheLevelsOfTheArchitectureTest() throws IOException {
    Map<String, Integer> listed = new TreeMap<>();
    ROW.matcher(text()).results().forEach(m -> listed.put(m.group(2), Integer.valueOf(m.group(1))));

    assertThat(listed).isEqualTo(ArchitectureTest.levels());
  }

  static List<String> files() throws IOException {
    return FILE.matcher(text())
        .results()
        .map(m -> m.group(1))
        .filter(name -> !name.toLowerCase(Locale.ROOT).contains("your"))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void namesExistingFilesAndFolders(String name) {
    assertThat(Path.of(name)).exists();
  }

  static List<String> classes() throws IOException {
    return CLASS
        .matcher(text())
        .results()
        .map(ContributingTest::simpleName)
        .filter(name -> !name.startsWith("Your") && !name.equals(OF_PICOCLI))
        .distinct()
        .toList();
  }

  private static String simpleName(MatchResult match) {
    return match.group(2) == null ? match.group(3) : match.group(2);
  }

  @ParameterizedTest
  @MethodSource("classes")
  void namesExistingClasses(String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<String> names = files.map(Path::getFileName).map(Path::toString).toList();
      assertThat(names).contains(name + ".java");
    }
  }

  /** {@code -Dcases.update=true} updates the rule. */
  @Test
  void showsAWholeRule() throws IOException {
    String rule = Files.readString(MAIN.resolve("rules/ZeroThreshold.java"));
    String block = "```java\n" + rule + "```";
    if (Boolean.getBoolean("cases.update")) {
      String updated = text().replaceFirst("(?s)```java\n.*?```", Matcher.quoteReplacement(block));
      Files.writeString(PAGE, updated);
    }
    assertThat(text()).contains(block);
  }
}
