package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.policy.read.BuiltInPresets;
import dev.autoheal.rule.Rule;
import dev.autoheal.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of rules and presets, which need no file. */
class ExplainTest {
  @TempDir Path temp;

  private String explain(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "explain";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    Shell.Result result = Shell.in(temp).run(line);
    assertThat(result.exit()).isZero();
    return result.text();
  }

  @Test
  void listShowsEachRuleInItsGroupAndThePresets() {
    String list = explain();

    assertThat(
            list.lines().filter(line -> line.matches("  [a-z0-9-]+ +(error|warning|note|off) .*")))
        .extracting(line -> line.strip().split(" ", -1)[0])
        .containsExactlyElementsOf(Rules.all().stream().map(Rule::id).toList());
    assertThat(list)
        .containsSubsequence("Document\n", "Structure\n", "Policy\n", "Built-in presets\n");
    BuiltInPresets.NAMES.forEach(name -> assertThat(list).contains(name));
  }

  static Iterable<String> presets() {
    return BuiltInPresets.NAMES;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void presetIsShownAsAPolicyWouldDefineIt(String name) {
    String own = explain(name).replace(name + ":", "own:").indent(2);

    assertThat(patch(own, "own"))
        .isEqualTo(patch("  unused: {}\n", name))
        .contains("+", "<triggers>");
  }

  /** Returns the patch that adds the section of the given preset. */
  private String patch(String presets, String named) {
    return Workspace.in(temp)
        .file("web.config", Workspace.BARE)
        .file(
            "autoheal.yaml",
            "version: 1\npresets:\n%sapps:\n  - name: shop\n    files: [web.config]\n    presets: [%s]\n"
                .formatted(presets, named))
        .run("diff", "--report", "patch")
        .text();
  }

  @Test
  void presetIsPrintedInEachFormat() throws IOException {
    JsonNode json = new ObjectMapper().readTree(explain("starter", "--format", "json"));

    assertThat(json.get("yaml").asText()).isEqualTo(explain("starter"));
    assertThat(explain("starter", "--report=markdown"))
        .startsWith("# starter\n\n```yaml\nstarter:\n");
  }

  static Iterable<Rule> rules() {
    return Rules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageWrapsAtWords(Rule rule) {
    String page =
        Shell.in(temp)
            .onTerminals(true, true)
            .with("COLUMNS", "60")
            .with("NO_COLOR", "1")
            .run("explain", rule.id())
            .text();

    assertThat(page.lines().filter(line -> !line.startsWith("    ")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(page).contains("\nWhy it matters\n").doesNotContain("```", "**", "\n\n\n");
  }

  @Test
  void reportGoesToAFile() {
    assertThat(explain("drift", "--report", "markdown=page.md")).isEmpty();
    assertThat(Workspace.in(temp).read("page.md"))
        .isEqualTo(explain("drift", "--format", "markdown"));
  }

  @Test
  void unknownNameGetsASuggestion() {
    Shell.Result result = Shell.in(temp).run("explain", "startr");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("autoheal: unknown rule or preset 'startr'; did you mean 'starter'?\n");
  }
}
