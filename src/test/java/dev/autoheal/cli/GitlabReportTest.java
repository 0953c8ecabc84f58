package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitlabReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private JsonNode entries(String arguments) {
    return GitlabSchema.validated(work.run((arguments + " --report gitlab").split(" ", -1)).out());
  }

  private List<String> fingerprints(String arguments) {
    return entries(arguments).findValuesAsText("fingerprint");
  }

  @Test
  void startsEachDescriptionWithTheRule() {
    JsonNode entry = entries("check").get(0);

    assertThat(entry.get("description").asText())
        .isEqualTo(
            "drift: privateBytesInKB=\"700000\" (683.59 MB), but the policy requires 800 MB"
                + " (819200 KB); run `autoheal apply` (autoheal.yaml:7)");
    assertThat(entry.get("check_name").asText()).isEqualTo("drift");
    assertThat(entry.get("severity").asText()).isEqualTo("major");
    assertThat(entry.at("/location/path").asText()).isEqualTo("web.config");
    assertThat(entry.at("/location/lines/begin").asInt()).isEqualTo(5);
  }

  @Test
  void isEmptyWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(work.run("check", "--report", "gitlab").text()).isEqualTo("[ ]\n");
  }

  @Test
  void mapsEachSeverity() {
    work.file(
        "web.config",
        Workspace.WRONG
            .replace("<memory", "<slowRequests count='1' timeTaken='#{x}#' /><memory")
            .replace("Recycle", "Recycled"));
    work.file("autoheal.yaml", "version: 1\nrules: { invalid-action: warning }\n");

    assertThat(entries("check").findValuesAsText("severity"))
        .containsExactly("major", "info", "minor");
  }

  @Test
  void keepsFingerprintsWhenLinesMove() {
    List<String> before = fingerprints("check");
    work.file("web.config", Workspace.WRONG.replace("<triggers>", "\n\n<triggers>"));
    work.file("autoheal.yaml", "# one line more\n" + Workspace.policy("**"));

    assertThat(fingerprints("check")).isEqualTo(before);
  }

  @Test
  void keepsFingerprintsWhenTheMessageChanges() {
    List<String> before = fingerprints("check");
    List<String> descriptions = entries("check").findValuesAsText("description");
    work.replace("autoheal.yaml", "800MB", "900MB");

    assertThat(entries("check").findValuesAsText("description")).isNotEqualTo(descriptions);
    assertThat(fingerprints("check")).isEqualTo(before);
  }

  @Test
  void hasDifferentFingerprintsForDifferentAttributes() {
    work.file("web.config", Workspace.RIGHT.replace("819200", "x"));
    String before = fingerprints("check").get(0);
    String requests = "<requests count=\"x\" timeInterval=\"00:01:00\" /><memory";
    work.file("web.config", Workspace.RIGHT.replace("<memory", requests));

    assertThat(fingerprints("check")).doesNotContain(before);
  }

  @Test
  void sharesFingerprintsWithSarif() {
    JsonNode run = SarifSchema.validated(work.run("check", "--report", "sarif").out());

    assertThat(run.get("results").findValuesAsText("autoheal/v1")).isEqualTo(fingerprints("check"));
  }

  @Test
  void hasDifferentFingerprintsForFindingsWithTheSameMessage() {
    String twice = "<request count='1' /><request count='1' />";
    work.file("web.config", Workspace.RIGHT.replace("<memory", twice + "<memory"));

    assertThat(fingerprints("check")).hasSizeGreaterThan(1).doesNotHaveDuplicates();
  }

  @Test
  void reportsAFailedRunAsABlocker() {
    JsonNode gone = entries("check gone");
    assertThat(gone.findValuesAsText("severity")).containsExactly("blocker");
    assertThat(gone.get(0).at("/location/path").asText()).isEqualTo(".");
    assertThat(gone.get(0).get("description").asText()).isEqualTo("autoheal: gone does not exist");

    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    JsonNode invalid = entries("check");
    assertThat(invalid.get(0).at("/location/path").asText()).isEqualTo("autoheal.yaml");
    assertThat(invalid.get(0).at("/location/lines/begin").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"diff, 1", "apply --dry-run, 1", "apply, 0"})
  void reportsPendingChanges(String command, int entries) {
    assertThat(entries(command)).hasSize(entries);
  }

  @Test
  void reportsRemainingFindingsOfAReview() {
    work.repository().git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG.replace("Recycle", "Restart"));

    assertThat(entries("review --base HEAD").findValuesAsText("check_name"))
        .containsExactly("drift", "invalid-action");
  }
}
