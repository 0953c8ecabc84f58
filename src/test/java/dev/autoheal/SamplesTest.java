package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import dev.autoheal.policy.read.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the output and the result for each sample. {@code -Dcases.update=true} updates the
 * expectations.
 */
class SamplesTest {
  private static final Path EXPECTED = Path.of("src/test/resources/samples-expected");

  /** Files that apply cannot change, in the samples that show them. */
  private static final Map<String, List<String>> BROKEN =
      Map.of(
          "broken", List.of("archive/web.config", "orders/web.config", "reports/web.config"),
          "mistakes", List.of("incomplete-trigger/web.config"));

  /** A fixed date, on which exceptions depend. */
  private static final String TODAY = "--today=2026-06-15";

  @TempDir Path temp;
  private Workspace work;

  static List<String> samples() throws IOException {
    return Project.samples();
  }

  @BeforeEach
  void copy() throws IOException {
    work = Project.copyIn(temp);
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(temp.resolve(path));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void matchesTheExpectedOutput(String sample) throws IOException {
    for (String verb : List.of("check", "diff")) {
      Path expected = EXPECTED.resolve(sample).resolve(verb + ".txt");
      Shell.Result result = work.run(verb, "--verbose", TODAY, "samples/" + sample);
      if (Project.UPDATE) {
        Files.createDirectories(expected.getParent());
        Files.write(expected, result.out());
      }
      assertThat(result.text()).isEqualTo(Files.readString(expected));
      assertThat(result.out()).isEqualTo(Files.readAllBytes(expected));
      assertThat(result.err()).isEmpty();
      assertThat(result.exit()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isCompliantAfterApply(String sample) throws IOException {
    List<String> broken = BROKEN.getOrDefault(sample, List.of());
    Shell.Result applied = work.run("apply", "samples/" + sample);
    Shell.Result after = work.run("diff", "samples/" + sample);

    assertThat(applied.exit()).isEqualTo(broken.isEmpty() ? 0 : 1);
    assertThat(after.exit()).isEqualTo(broken.isEmpty() ? 0 : 1);
    for (String name : broken) {
      String file = "samples/" + sample + "/" + name;
      assertThat(applied.text()).contains(file + ": not rewritten: ");
      assertThat(bytes(file)).isEqualTo(Files.readAllBytes(Path.of(file)));
    }
    if (broken.isEmpty()) {
      assertThat(after.text()).contains(" checked, nothing to change.");
      assertThat(work.run("check", TODAY, "samples/" + sample).exit()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isChangedByThePatchLikeByApply(String sample) throws IOException {
    work.run("diff", "samples/" + sample, "--report", "patch=p.diff");
    work.run("apply", "samples/" + sample);
    Path other = Files.createDirectories(temp.resolve("other"));
    Workspace patched = Project.copyIn(other);
    if (bytes("p.diff").length > 0) {
      patched.git("apply", temp.resolve("p.diff").toString());
    }

    assertThat(bytes("p.diff").length > 0).isEqualTo(!sample.equals("broken"));
    for (String file : Project.files(temp.resolve("samples"))) {
      assertThat(bytes("other/samples/" + file)).as(file).isEqualTo(bytes("samples/" + file));
    }
  }

  @Test
  void policiesMatchTheSchema() throws IOException {
    List<String> policies =
        Project.files(temp.resolve("samples")).stream()
            .filter(path -> path.endsWith("autoheal.yaml"))
            .toList();
    assertThat(policies).hasSizeGreaterThan(8);
    for (String policy : policies) {
      String yaml = Files.readString(temp.resolve("samples").resolve(policy));
      assertThat(PolicySchema.problems(yaml)).as(policy).isEmpty();
    }
  }

  /** The fixture validates each JSON report. */
  @ParameterizedTest
  @MethodSource("samples")
  void isReportedInJson(String sample) {
    for (String verb : List.of("check", "diff", "apply")) {
      assertThat(work.run(verb, "samples/" + sample, "--report", "json").text())
          .startsWith("{\n  \"schemaVersion\" : 1,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aspnetcore, 1",
    "aspnet-framework, 2",
    "utf16, 1",
    "tabs-and-comments, 1",
    "mistakes, 1"
  })
  void changesNoOtherFile(String sample, int changed) throws IOException {
    work.run("apply", "samples/" + sample);
    int differing = 0;
    for (String file : Project.files(temp.resolve("samples"))) {
      byte[] before = Files.readAllBytes(Path.of("samples", file));
      differing += Arrays.equals(before, bytes("samples/" + file)) ? 0 : 1;
    }

    assertThat(differing).isEqualTo(changed);
  }

  @Test
  void haveTheSameFindingsTogetherAndAlone() throws IOException {
    Shell.Result all = work.run("check", "samples");

    assertThat(all.exit()).isEqualTo(1);
    for (String sample : Project.samples()) {
      List<String> lines = work.run("check", "samples/" + sample).text().lines().toList();
      assertThat(all.text().lines().toList())
          .containsSubsequence(lines.subList(0, lines.size() - 1));
    }
  }

  @Test
  void areListedInTheReadmeWithExpectations() throws IOException {
    String readme = Files.readString(Path.of("samples/README.md"));

    assertThat(Project.samples())
        .allSatisfy(sample -> assertThat(readme).contains("\n| `" + sample + "` |"))
        .allSatisfy(sample -> assertThat(Path.of("samples", sample, "autoheal.yaml")).exists());
    assertThat(Project.files(EXPECTED))
        .containsExactlyElementsOf(
            Project.samples().stream()
                .flatMap(sample -> List.of(sample + "/check.txt", sample + "/diff.txt").stream())
                .toList());
  }
}
