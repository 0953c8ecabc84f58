package dev.autoheal.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.autoheal.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Checks the examples that users copy, and the action that they use. */
class IntegrationPagesTest {
  private static final Path FOLDER = Path.of("integrations");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern USES = Pattern.compile("uses: (?!OWNER)(\\S+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  private static String read(String path) throws IOException {
    return Files.readString(FOLDER.resolve(path));
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "azure-pipelines", "gitlab"})
  void hasAValidWorkflowLinksAndVariables(String name) throws IOException {
    String page = read(name + "/README.md");
    Matcher block = BLOCK.matcher(page);
    assertThat(block.find()).isTrue();
    assertThat(yaml(block.group(1))).isInstanceOf(Map.class);
    assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(FOLDER.resolve(name).resolve(link)).exists());
    Pattern.compile("integrations/(\\S+\\.sh)")
        .matcher(page)
        .results()
        .forEach(script -> assertThat(FOLDER.resolve(script.group(1).replace("\"", ""))).exists());
    Pattern.compile("AUTOHEAL_[A-Z_]*(?=` \\|)")
        .matcher(page)
        .results()
        .forEach(
            variable -> {
              try (Stream<Path> scripts = Files.walk(FOLDER)) {
                assertThat(
                        scripts
                            .filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".sh")))
                    .anySatisfy(file -> assertThat(file).content().contains(variable.group()));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Test
  void describesTheVariablesOfBothWaysToInstall() throws IOException {
    String page = read("README.md");
    assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(FOLDER.resolve(link)).exists());
    for (String script : List.of("install.sh", "install.ps1")) {
      List<String> variables =
          Pattern.compile("AUTOHEAL_[A-Z0-9_]+")
              .matcher(read(script))
              .results()
              .map(MatchResult::group)
              .distinct()
              .toList();
      assertThat(variables)
          .hasSize(6)
          .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
  }

  /** A tag can be moved to another commit. */
  @Test
  void pinsActionsToCommitsWithFewPermissions() throws IOException {
    String page = read("github/README.md");
    assertThat(USES.matcher(page).results().map(uses -> uses.group(1)))
        .isNotEmpty()
        .allSatisfy(uses -> assertThat(uses).matches(".*@([0-9a-f]{40}|…)"));
    Matcher block = BLOCK.matcher(page);
    assertThat(block.find()).isTrue();
    Map<?, ?> workflow = (Map<?, ?>) yaml(block.group(1));
    assertThat(workflow.get("on")).isEqualTo("pull_request");
    assertThat(workflow.get("permissions"))
        .isEqualTo(Map.of("contents", "read", "pull-requests", "write"));
  }

  /** A script would execute the value that the runner inserts for ${{ }}. */
  @Test
  void readsInputsOfTheActionFromTheEnvironment() throws IOException {
    Map<?, ?> action = (Map<?, ?>) yaml(read("github/action.yml"));
    Map<?, ?> runs = (Map<?, ?>) action.get("runs");
    assertThat(runs.get("using")).isEqualTo("composite");
    for (Object each : (List<?>) runs.get("steps")) {
      Map<?, ?> step = (Map<?, ?>) each;
      assertThat(step.get("shell")).isEqualTo("bash");
      assertThat(step.get("run").toString()).doesNotContain("${{");
    }
    String page = read("github/README.md");
    for (String kind : List.of("inputs", "outputs")) {
      ((Map<?, ?>) action.get(kind))
          .forEach(
              (name, value) -> {
                assertThat(((Map<?, ?>) value).get("description").toString()).isNotBlank();
                assertThat(page).contains("`" + name + "`");
              });
    }
  }

  /** Nothing can be downloaded before checksums are pinned. */
  @ParameterizedTest
  @ValueSource(
      strings = {"integrations/github", "integrations/azure-pipelines", "integrations/gitlab", "."})
  void buildsFromSourceUntilAReleaseIsPinned(String folder) throws IOException {
    assumeFalse(Files.exists(FOLDER.resolve("SHA256SUMS")), "a release is pinned");
    String page = Files.readString(Path.of(folder, "README.md"));
    assertThat(BLOCK.matcher(page).results().map(block -> block.group(1)))
        .anySatisfy(
            block ->
                assertThat(block)
                    .containsPattern("AUTOHEAL_BUILD: source|build-from-source: 'true'"));
  }

  @Test
  void problemMatcherMatchesTheTextReport() throws IOException {
    Matcher[] matchers =
        Shell.in(Path.of("").toAbsolutePath())
            .run("check", "samples/broken/orders", "--verbose")
            .text()
            .lines()
            .map(matcher()::matcher)
            .filter(Matcher::matches)
            .toArray(Matcher[]::new);
    assertThat(matchers).hasSize(7);
    assertThat(matchers[0].group(1)).isEqualTo("samples/broken/orders/web.config");
    assertThat(matchers[0].group(2)).isEqualTo("9");
    assertThat(matchers[0].group(3)).isEqualTo("10");
    assertThat(matchers[0].group(4)).isEqualTo("error");
    assertThat(matchers[0].group(5)).startsWith("unknown element <request> in <triggers>");
    assertThat(matchers[0].group(6)).isEqualTo("unknown-element");
  }

  private static Pattern matcher() throws IOException {
    String regexp =
        new ObjectMapper()
            .readTree(read("github/problem-matcher.json"))
            .at("/problemMatcher/0/pattern/0/regexp")
            .asText();
    return Pattern.compile(regexp);
  }

  @Test
  void problemMatcherMatchesErrorsWithoutARule() throws IOException {
    Matcher matcher =
        matcher().matcher("autoheal.yaml:3:1: error: unknown key 'foo' in the policy");
    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group(5)).isEqualTo("unknown key 'foo' in the policy");
  }
}
