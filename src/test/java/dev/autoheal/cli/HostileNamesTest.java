package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders with hostile names. {@link Shell} asserts that the output is harmless. */
@DisabledOnOs(OS.WINDOWS)
class HostileNamesTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repository() {
    work = Workspace.in(temp).repository();
  }

  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#names")
  void areHandledLikeOtherNames(String name) {
    String file = name + "/web.config";
    work.file(name + "/autoheal.yaml", Workspace.POLICY).file(file, Workspace.WRONG);

    for (String[] paths : new String[][] {{}, {"--", file}}) {
      assertThat(work.run(with("text", paths)).exit()).isEqualTo(1);
      JsonNode json = work.run(with("json", paths)).json();
      assertThat(json.get("files").get(0).get("path").asText()).isEqualTo(file);
      assertThat(json.get("findings").get(0).get("related").get(0).get("path").asText())
          .isEqualTo(name + "/autoheal.yaml");
    }
    assertIsOneAnnotation(file, work.run(with("github")).out());
    JsonNode sarif = SarifSchema.validated(work.run(with("sarif")).out());
    assertThat(SarifSchema.path(sarif.at("/results/0/locations/0/physicalLocation")))
        .isEqualTo(file);
    Hostile.formats().forEach(format -> work.run(with(format)));
    for (String format : new String[] {"text", "csv", "markdown", "json"}) {
      assertThat(work.run(verb("show", "--format", format)).exit()).isZero();
    }
    assertThat(work.run("diff", "--report", "patch=p.diff").exit()).isEqualTo(1);
    work.git("apply", "p.diff");
    assertThat(work.read(file)).isEqualTo(Workspace.RIGHT);
    work.file(file, Workspace.WRONG);
    assertThat(work.run("apply", "--", name).exit()).isZero();
    assertThat(work.read(file)).isEqualTo(Workspace.RIGHT);
  }

  /**
   * Asserts that there is one annotation, which names the file unless its name is unsafe to print.
   */
  private static void assertIsOneAnnotation(String file, byte[] log) {
    assertThat(RunnerLog.commands(log)).hasSize(1);
    RunnerLog.Command command = RunnerLog.commands(log).get(0);
    assertThat(command.property("line") + ":" + command.property("col")).isEqualTo("5:35");
    boolean isSafe = Unsafe.in(file.replaceAll("[\r\n]", ""), false).isEmpty();
    if (isSafe && !file.startsWith("\uFEFF")) {
      assertThat(Path.of(command.property("file")).normalize()).isEqualTo(Path.of(file));
    }
  }

  private static String[] with(String report, String... paths) {
    return verb("check", "--report", report, paths);
  }

  private static String[] verb(String verb, String option, String value, String... paths) {
    List<String> all = new ArrayList<>(List.of(verb, option, value));
    all.addAll(List.of(paths));
    return all.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001B[31m\n::error::x", "\u202E", "##vso[x]", "::warning::x"})
  void areHarmlessInReasonsAndErrors(String name) {
    work.file(name + "/autoheal.yaml", Workspace.POLICY + "exclude: ['**']\n")
        .file(name + "/web.config", Workspace.RIGHT)
        .file("x/" + name + "/autoheal.yaml", "versions: 1\n")
        .file("x/" + name + "/web.config", Workspace.RIGHT)
        .file("y/autoheal.yaml", Workspace.policy("**"))
        .file("y/" + name + "/web.config", Workspace.RIGHT)
        .file("y/" + name + "/below/web.config", Workspace.BARE)
        .folder("z/" + name);

    assertThat(work.run("check", "--verbose", "./" + name).text())
        .contains("skipped: the policy excludes it");
    assertThat(work.run("check", "x").exit()).isEqualTo(2);
    assertThat(work.run("diff", "y", "--verbose").text()).contains("skipped: below y/");
    assertThat(work.run("check", "z/" + name).err()).startsWith("autoheal: no web.config in z/");
    assertThat(work.run("check", "y", "--report", "json=no/" + name).exit()).isEqualTo(3);
    assertThat(work.run("check", "--policy", name + "/gone").exit()).isEqualTo(2);
  }

  @Test
  void areHarmlessInErrorsOfGit() {
    Workspace inner = Workspace.in(temp.resolve("\u001B[31m\n::error::x")).folder(".").repository();
    inner.file("web.config", Workspace.RIGHT).file(".git/config", "[##vso[x]\u001B[31m");

    assertThat(inner.run("check").err())
        .hasLineCount(1)
        .contains("checking files that git ignores too: ");
  }
}
