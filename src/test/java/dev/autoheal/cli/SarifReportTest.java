package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
  private static final String DAY = "--today=2026-06-15";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private JsonNode run(String... arguments) {
    return SarifSchema.validated(work.run(arguments).out());
  }

  private JsonNode check() {
    return run("check", DAY, "--report", "sarif");
  }

  @Test
  void hasAResultAtTheValueWithThePolicyLine() {
    JsonNode run = check();
    assertThat(run.get("results")).hasSize(1);
    JsonNode result = run.get("results").get(0);

    assertThat(result.get("ruleId").asText()).isEqualTo("drift");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "privateBytesInKB=\"700000\" (683.59 MB), but the policy requires 800 MB (819200 KB);"
                + " run `autoheal apply`");
    assertThat(result.at("/locations/0/physicalLocation/region"))
        .hasToString("{\"startLine\":5,\"startColumn\":35,\"endLine\":5,\"endColumn\":41}");
    assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("autoheal.yaml");
    assertThat(result.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(7);
    assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(1);
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void isEmptyWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(check().get("results")).isEmpty();
  }

  @Test
  void mapsSeveritiesToLevels() {
    work.file(
        "web.config",
        Workspace.WRONG
            .replace("<memory", "<slowRequests count='1' timeTaken='#{x}#' /><memory")
            .replace("Recycle", "Recycled"));
    work.file("autoheal.yaml", "version: 1\nrules: { invalid-action: warning }\n");

    assertThat(check().get("results").findValuesAsText("level"))
        .containsOnly("error", "warning", "note");
  }

  @Test
  void listsSuppressionsWithTheirReasons() {
    work.file(
        "autoheal.yaml",
        Workspace.policy("**")
            + "exceptions:\n  - { rule: drift, until: 2027-01-31, reason: moves soon }\n");
    JsonNode external = check().at("/results/0/suppressions");
    assertThat(external).hasSize(1);
    assertThat(external.get(0).get("kind").asText()).isEqualTo("external");
    assertThat(external.get(0).get("justification").asText())
        .isEqualTo("moves soon (until 2027-01-31)");
    assertThat(external.at("/0/location/physicalLocation/region/startLine").asInt()).isEqualTo(9);

    work.file("autoheal.yaml", Workspace.policy("**"));
    work.file(
        "web.config",
        Workspace.WRONG.replace(
            "<memory", "<!-- autoheal-ignore drift reason=\"as [x](y) said\" -->\n<memory"));
    JsonNode inSource = check().at("/results/0/suppressions");
    assertThat(inSource).hasSize(1);
    assertThat(inSource.get(0).get("kind").asText()).isEqualTo("inSource");
    assertThat(inSource.get(0).get("justification").asText()).isEqualTo("as [x] (y) said");
  }

  @Test
  void keepsTheFingerprintOfAFindingThatMoves() {
    String before = check().at("/results/0/partialFingerprints").toString();
    work.file("web.config", "<!-- new -->\n\n" + Workspace.WRONG);
    assertThat(check().at("/results/0/partialFingerprints")).hasToString(before);

    work.file("web.config", Workspace.config(700001));
    assertThat(check().at("/results/0/partialFingerprints").toString()).isNotEqualTo(before);
  }

  @Test
  void hasDifferentFingerprintsForFindingsWithTheSameMessage() {
    work.file(
        "web.config",
        Workspace.WRONG.replace("<memory", "<memory x='1' /><memory x='1' /><memory"));

    assertThat(check().get("results").findValuesAsText("autoheal/v1")).doesNotHaveDuplicates();
  }

  @Test
  void escapesPathsInUris() {
    String path = "a:b ?#%41/é😀/web.config";
    work.shell()
        .reading(Workspace.WRONG.getBytes(UTF_8))
        .run("check", "-", "--stdin-filename", path, "--report=sarif=s");

    JsonNode place =
        SarifSchema.validated(work.read("s").getBytes(UTF_8))
            .at("/results/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo("a%3Ab%20%3F%23%2541/%C3%A9%F0%9F%98%80/web.config");
    assertThat(SarifSchema.path(place)).isEqualTo(path);
  }

  @Test
  void doesNotTurnAValueIntoALink() {
    work.file("web.config", Workspace.WRONG.replace("700000", "[x](https://evil.example)"));

    assertThat(check().at("/results/0/message/text").asText())
        .contains("[x] (https://evil.example)");
  }

  @Test
  void reportsWhyARunFailed() {
    JsonNode run = run("check", "gone", "--report", "sarif");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(2);
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("gone does not exist");

    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThat(
            check()
                .at("/invocations/0/toolExecutionNotifications/0/locations/0/physicalLocation")
                .at("/region/startLine")
                .asInt())
        .isEqualTo(3);
  }

  @Test
  void hasOnlyFindingsThatRemainAfterApply() {
    assertThat(run("diff", "--report", "sarif").get("results")).isEmpty();
    assertThat(run("apply", "--report", "sarif").get("results")).isEmpty();
    assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
  }

  /**
   * Returns a run with a note and then this number of errors, without slow validation by the
   * schema.
   */
  private JsonNode runWith(int errors) throws IOException {
    int each = 100;
    work.file("autoheal.yaml", "version: 1\nrules: { not-root-config: off }\n");
    work.file("web.config", Workspace.RIGHT.replace("819200", "#{memory}#"));
    for (int i = 0; i < errors / each; i++) {
      String unknown =
          IntStream.range(0, each).mapToObj(" a%d='1'"::formatted).collect(Collectors.joining());
      work.file(
          "x%03d/web.config".formatted(i), Workspace.RIGHT.replace("<memory", "<memory" + unknown));
    }
    work.run("check", "--report=sarif=s");
    return new ObjectMapper().readTree(work.read("s")).at("/runs/0");
  }

  private static List<String> notifications(JsonNode run) {
    return run.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text");
  }

  @Test
  void reportsThatGitHubDoesNotShowAllResults() throws IOException {
    JsonNode run = runWith(5000);

    assertThat(run.get("results")).hasSize(5001);
    assertThat(notifications(run))
        .containsExactly("GitHub shows only the 5000 most severe of 5001 results");
  }

  @Test
  void omitsTheLeastSevereResultsBeyondTheLimitOfGitHub() throws IOException {
    JsonNode run = runWith(25_000);

    assertThat(run.get("results")).hasSize(25_000);
    assertThat(run.get("results").findValuesAsText("level")).containsOnly("error");
    assertThat(notifications(run))
        .containsExactly(
            "showing 25000 of 25001 results; the least severe are left out",
            "GitHub shows only the 5000 most severe of 25000 results");
  }

  /** The path repeats at a distance that gzip cannot compress. */
  @Test
  void omitsTheLeastSevereResultsIfTheLogWouldBeTooLarge() throws IOException {
    Random random = new Random(5);
    String path =
        IntStream.range(0, 40_000)
            .mapToObj(i -> i % 200 == 199 ? "/" : Character.toString('a' + random.nextInt(26)))
            .collect(Collectors.joining());
    String unknown =
        IntStream.range(0, 600).mapToObj(" a%d='1'"::formatted).collect(Collectors.joining());
    work.shell()
        .reading(Workspace.WRONG.replace("<memory", "<memory" + unknown).getBytes(UTF_8))
        .run("check", "-", "--stdin-filename", path + "/web.config", "--report=sarif=s");

    JsonNode run = SarifSchema.validated(work.read("s").getBytes(UTF_8));
    assertThat(notifications(run))
        .containsExactly("showing 300 of 601 results; the least severe are left out");
  }
}
