package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.lint.Located;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.xml.XmlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the pages of the rules and runs their examples. */
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
  void startsWithIdSeverityAndSummary(Rule rule) throws IOException {
    String label = rule.severity().label();
    String kind =
        rule.isOnByDefault()
            ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1)
            : "Off by default";
    assertThat(page(rule))
        .startsWith("# %s\n\n%s: %s.\n\n".formatted(rule.id(), kind, rule.summary()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasTheSameHeadingsOnEveryPage(Rule rule) throws IOException {
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
  void hasNoEmptySectionsAndNoLongLines(Rule rule) throws IOException {
    assertThat(page(rule)).doesNotContainPattern("\n## [^\n]*\n+(##|$)").endsWith("\n");
    assertThat(page(rule).lines()).allMatch(line -> line.length() <= 100 && !line.endsWith(" "));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void namesTheSourceAndItsCertainty(Rule rule) throws IOException {
    assertThat(part(rule, "Source")).containsPattern(SURENESS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reportsOnlyThisRuleForTheExample(Rule rule) throws IOException {
    String example = part(rule, "Example");
    Optional<RuleContext> subject = subject(example);
    if (subject.isPresent()) {
      RuleContext file =
          switch (rule.id()) {
            case "not-root-config" -> RuleTester.below("web.config", subject.get());
            case "section-not-read" -> RuleTester.unread(subject.get());
            case "transform-not-repeatable" -> RuleTester.repeated(subject.get());
            default -> subject.get();
          };
      assertThat(check(file, example, rule))
          .isNotEmpty()
          .extracting(ReportedFinding::rule)
          .containsOnly(rule.id());
    } else {
      assertThat(rule).isInstanceOf(FileTooLarge.class);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reportsNothingForTheExampleToUseInstead(Rule rule) throws IOException {
    String instead = part(rule, "Use instead");
    subject(instead).ifPresent(subject -> assertThat(check(subject, instead, rule)).isEmpty());
  }

  /** Runs the default rules and this one, and leaves out the notes of other rules. */
  private static List<ReportedFinding> check(RuleContext subject, String part, Rule rule) {
    CheckResult verdict =
        RuleTester.verdict(subject, Map.of(rule.id(), RuleSetting.valueOf(rule.severity().name())));
    return Stream.concat(Located.findings(verdict).stream(), unmatched(part).stream())
        .filter(found -> found.severity() != Severity.INFO || found.rule().equals(rule.id()))
        .toList();
  }

  /** Returns the findings for the policy of an example if web.config is the only file. */
  private static List<ReportedFinding> unmatched(String part) {
    return block(part, "yaml").map(RuleTester::policy).stream()
        .flatMap(
            policy ->
                Rules.checkUnmatched(
                    policy.apps().stream()
                        .filter(app -> !policy.appFor("web.config").equals(Optional.of(app)))
                        .toList(),
                    RuleConfig.of(Rules.all(), Optional.of(policy), LocalDate.EPOCH))
                    .stream())
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

  /** Returns the file of an example, compared with its policy if it has one. */
  private static Optional<RuleContext> subject(String part) {
    Optional<String> transform = block(part, "xml", XmlDocument.XDT);
    Optional<String> base = block(part, "xml");
    if (transform.isPresent() && !transform.equals(base)) {
      return Optional.of(
          RuleTester.published(
              RuleTester.file("Web.Release.config", transform.get()), base.get(), List.of()));
    }
    Optional<String> policy = block(part, "yaml");
    String path = part.contains("\n\nIn a transform") ? "Web.Release.config" : "web.config";
    return block(part, "xml")
        .map(xml -> xml.startsWith("<monitoring>") ? inFile(xml) : xml)
        .map(
            xml ->
                policy.isPresent()
                    ? RuleTester.compared(xml, policy.get())
                    : RuleTester.subject(RuleTester.file(path, xml)));
  }

  private static String inFile(String section) {
    return "<configuration><system.webServer>" + section + "</system.webServer></configuration>";
  }

  private static Optional<String> block(String part, String language) {
    return block(part, language, "");
  }

  /** Returns the first block that contains the text. */
  private static Optional<String> block(String part, String language, String text) {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(part)
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains(text))
        .findFirst();
  }
}
