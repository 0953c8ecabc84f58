package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.RuleSetting;
import dev.autoheal.text.Finding;
import dev.autoheal.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page says is what its rule does: its examples are run. */
class PagesTest {
  private static final Path PAGES = Path.of("src/main/resources/rule");
  private static final Pattern SURENESS =
      Pattern.compile(
          "\\*\\*(documented|seen in source|said|seen in the wild|inferred|not documented)\\*\\*",
          Pattern.CASE_INSENSITIVE);

  static List<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void headSaysNameSeverityAndSummary(Rule rule) throws IOException {
    String severity = RulesTest.severity(rule);
    String kind = severity.substring(0, 1).toUpperCase(Locale.ROOT) + severity.substring(1);
    assertThat(page(rule))
        .startsWith("# %s\n\n%s: %s.\n\n".formatted(rule.id(), kind, rule.summary()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void headingsAreTheSameOnEveryPage(Rule rule) throws IOException {
    assertThat(page(rule).lines().filter(line -> line.startsWith("#")).skip(1))
        .containsExactly(
            "## What it does",
            "## Why it matters",
            "## Example",
            "## Use instead",
            "## Fix safety",
            "## Source");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noPartIsEmptyAndNoLineTooLong(Rule rule) throws IOException {
    assertThat(page(rule)).doesNotContainPattern("\n## [^\n]*\n+(##|$)").endsWith("\n");
    assertThat(page(rule).lines()).allMatch(line -> line.length() <= 100 && !line.endsWith(" "));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void sourceSaysHowWellItIsKnown(Rule rule) throws IOException {
    assertThat(part(rule, "Source")).containsPattern(SURENESS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void exampleGivesFindingsOfThisRuleAlone(Rule rule) throws IOException {
    Optional<Subject> subject = subject(part(rule, "Example"));
    if (subject.isPresent()) {
      Subject file =
          rule instanceof NotRootConfig ? subject.get().below("web.config") : subject.get();
      assertThat(check(file, rule)).isNotEmpty().extracting(Finding::rule).containsOnly(rule.id());
    } else {
      assertThat(rule).isInstanceOf(FileTooLarge.class);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatToUseInsteadGivesNone(Rule rule) throws IOException {
    subject(part(rule, "Use instead"))
        .ifPresent(subject -> assertThat(check(subject, rule)).isEmpty());
  }

  /** By the rules that are on, and this one; advice of others is no mistake. */
  private static List<Finding> check(Subject subject, Rule rule) {
    return RuleTester.verdict(
            subject, Map.of(rule.id(), RuleSetting.valueOf(rule.severity().name())))
        .findings()
        .stream()
        .filter(found -> found.severity() != Severity.INFO || found.rule().equals(rule.id()))
        .toList();
  }

  private static String page(Rule rule) throws IOException {
    return Files.readString(PAGES.resolve(rule.id() + ".md"));
  }

  private static String part(Rule rule, String heading) throws IOException {
    String page = page(rule);
    int start = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  /** The file of an example, compared with its policy if it shows one. */
  private static Optional<Subject> subject(String part) {
    Optional<String> policy = block(part, "yaml");
    return block(part, "xml")
        .map(xml -> xml.startsWith("<monitoring>") ? inFile(xml) : xml)
        .map(
            xml ->
                policy.isPresent()
                    ? RuleTester.compared(xml, policy.get())
                    : Subject.of(RuleTester.file("web.config", xml)));
  }

  private static String inFile(String section) {
    return "<configuration><system.webServer>" + section + "</system.webServer></configuration>";
  }

  private static Optional<String> block(String part, String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(part);
    return block.find() ? Optional.of(block.group(1)) : Optional.empty();
  }
}
