package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that each rule has a class, a test, a page and a folder of cases. */
class RulesTest {
  private static final Path PAGES = Path.of("src/main/resources/rule");
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path TESTS = Path.of("src/test/java/dev/autoheal/rules");

  static List<Rule> rules() {
    return Rules.all();
  }

  @Test
  void idsAreUnique() {
    assertThat(rules().stream().map(Rule::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void usesTheClassNameAsId(Rule rule) {
    assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(rule.id().replace("-", "")).isEqualToIgnoringCase(rule.getClass().getSimpleName());
  }

  @Test
  void separatesANumberInAnId() {
    assertThat(new MemoryAbove32Bit().id()).isEqualTo("memory-above-32-bit");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void startsTheSummaryInLowerCaseWithoutAFullStop(Rule rule) {
    assertThat(rule.summary()).matches("[a-z].*[^.]").hasSizeLessThan(80);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasATestForEachRule(Rule rule) {
    assertThat(TESTS.resolve(rule.getClass().getSimpleName() + "Test.java")).isRegularFile();
  }

  @Test
  void hasAPageForEachRuleAndNoOthers() throws IOException {
    assertThat(names(PAGES))
        .isEqualTo(ids().stream().map(id -> id + ".md").collect(Collectors.toSet()));
  }

  @Test
  void hasCasesForEachRuleAndNoOthers() throws IOException {
    assertThat(names(CASES)).isEqualTo(ids());
    for (String id : ids()) {
      assertThat(names(CASES.resolve(id))).as(id).isNotEmpty();
    }
  }

  /** Returns the severity as shown in lists. */
  static String severity(Rule rule) {
    return rule.isOnByDefault() ? rule.severity().word() : "off";
  }

  private static Set<String> ids() {
    return rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
