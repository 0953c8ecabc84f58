package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import dev.autoheal.policy.read.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a policy written by init changes no file of the samples. */
class InitSamplesTest {
  @TempDir Path temp;
  private Workspace work;

  static List<String> samples() throws IOException {
    return Project.samples();
  }

  @BeforeEach
  void copyWithoutPolicies() throws IOException {
    work = Project.copyIn(temp);
    for (String file : Project.files(temp.resolve("samples"))) {
      if (file.endsWith("autoheal.yaml")) {
        Files.delete(temp.resolve("samples").resolve(file));
      }
    }
  }

  private void assertUntouched() throws IOException {
    for (String file : Project.files(temp.resolve("samples"))) {
      if (!file.contains("autoheal.yaml") && !file.endsWith(".schema.json")) {
        assertThat(temp.resolve("samples").resolve(file))
            .as(file)
            .hasBinaryContent(Files.readAllBytes(Path.of("samples", file)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void stayUnchangedUnderTheirImportedPolicy(String sample) throws IOException {
    String folder = "samples/" + sample;
    String before = work.run("check", folder).text();

    assertThat(work.run("init", folder).exit()).isZero();
    assertThat(PolicySchema.problems(work.read(folder + "/autoheal.yaml"))).isEmpty();
    Shell.Result after = work.run("check", folder);
    assertThat(after.text()).doesNotContain("[drift]").doesNotContain("[app-unmatched]");
    assertThat(after.exit()).isEqualTo(before.contains(": error: ") ? 1 : 0);
    assertThat(work.run("apply", folder).text()).doesNotContainPattern("files? changed\\.");
    assertUntouched();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void giveTheSamePolicyEachTime(String sample) {
    String folder = "samples/" + sample;
    work.run("init", folder, "--accept", "--today", "2026-11-22");
    String first = work.read(folder + "/autoheal.yaml");
    work.run("init", folder, "--accept", "--today", "2026-11-22", "--force");

    assertThat(work.read(folder + "/autoheal.yaml")).isEqualTo(first);
    assertThat(first.lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void passAfterAccept(String sample) {
    String folder = "samples/" + sample;
    Shell.Result init = work.run("init", folder, "--accept", "--today", "2026-11-22");
    Shell.Result check = work.run("check", folder, "--today", "2026-11-22");

    assertThat(init.exit()).isZero();
    assertThat(PolicySchema.problems(work.read(folder + "/autoheal.yaml"))).isEmpty();
    boolean aboutExceptions = sample.equals("mistakes");
    assertThat(check.exit()).as(check.text()).isEqualTo(aboutExceptions ? 1 : 0);
    assertThat(check.text().lines().filter(line -> line.contains(": error: ")))
        .allMatch(line -> line.endsWith("[exception-expired]"));
  }

  @Test
  void giveOnePolicyTogether() throws IOException {
    assertThat(work.run("init").exit()).isZero();
    assertThat(work.run("check").text()).doesNotContain("[drift]");
    work.run("apply");
    assertUntouched();
  }
}
