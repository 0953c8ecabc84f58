package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private String log(String... arguments) {
    return work.run(arguments).text();
  }

  private List<RunnerLog.Command> commands() {
    return RunnerLog.commands(work.run("check", "--report", "github").out());
  }

  @Test
  void hasAnAnnotationAtTheValueAndASummary() {
    assertThat(log("check", "--report", "github"))
        .isEqualTo(
            """
            ::error file=web.config,line=5,endLine=5,col=35,endColumn=41,title=autoheal%3A drift\
            ::web.config:5:35: privateBytesInKB="700000" (683.59 MB), but the policy requires\
             800 MB (819200 KB); run `autoheal apply` (autoheal.yaml:7) [drift]
            1 file checked: 1 error. `autoheal apply` fixes 1.
            """);
  }

  @Test
  void hasNoCommandsWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(log("check", "--report", "github")).isEqualTo("1 file checked, no findings.\n");
  }

  @Test
  void hasALevelForEachSeverity() {
    work.file(
        "web.config",
        Workspace.WRONG
            .replace("<memory", "<slowRequests count='1' timeTaken='#{x}#' /><memory")
            .replace("Recycle", "Recycled"));
    work.file("autoheal.yaml", "version: 1\nrules: { invalid-action: warning }\n");

    assertThat(commands())
        .extracting(RunnerLog.Command::name)
        .containsExactly("error", "warning", "notice");
  }

  @Test
  void omitsColumnsForAPlaceOnSeveralLines() {
    work.file("web.config", Workspace.WRONG.replace("privateBytesInKB=\"700000\"", "\n\n"));

    RunnerLog.Command command = commands().get(0);
    assertThat(command.properties()).doesNotContainKeys("col", "endcolumn");
    assertThat(command.property("line")).isEqualTo("5");
    assertThat(command.property("endline")).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 0", "11, 10, 2", "42, 10, 33"})
  void reportsHowManyAreShownIfTheRunnerWouldDropSome(int errors, int annotations, int lines) {
    for (int i = 1; i < errors; i++) {
      work.file("app%02d/web.config".formatted(i), Workspace.WRONG);
    }

    byte[] log = work.run("check", "--report", "github").out();
    assertThat(RunnerLog.commands(log)).hasSize(annotations);
    assertThat(new String(log, UTF_8).lines())
        .filteredOn(line -> line.contains("web.config:5:35: error: "))
        .hasSize(lines);
    if (lines > 0) {
      assertThat(RunnerLog.commands(log).get(9).data())
          .isEqualTo("showing 9 of %d errors; see the log of this step for the others", errors);
    }
  }

  @Test
  void marksAMessageThatItCuts() {
    String folder = "d".repeat(200) + "/";
    for (int i = 0; i < 14; i++) {
      folder += "😀".repeat(50) + "/";
    }
    work.shell()
        .reading(Workspace.WRONG.getBytes(UTF_8))
        .run(
            "check", "-", "--stdin-filename", folder.repeat(3) + "web.config", "--report=github=g");

    assertThat(work.read("g").lines().findFirst().orElseThrow()).endsWith("… (cut)");
    RunnerLog.examined(work.read("g"));
  }

  @Test
  void annotatesAnInvalidPolicyAndAFailedRun() {
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");

    assertThat(commands()).hasSize(1);
    assertThat(commands().get(0).property("file")).isEqualTo("autoheal.yaml");
    assertThat(commands().get(0).property("line")).isEqualTo("3");
    assertThat(RunnerLog.commands(work.run("check", "gone", "--report", "github").out()).get(0))
        .isEqualTo(
            new RunnerLog.Command("error", Map.of("title", "autoheal"), "gone does not exist"));
  }

  @ParameterizedTest
  @CsvSource({"diff, error", "apply --dry-run, error", "apply, notice"})
  void reportsChanges(String command, String level) {
    assertThat(log((command + " --report github").split(" ", -1)))
        .startsWith(
            "::"
                + level
                + " file=web.config,title=autoheal::web.config: memory: 683.59 MB (700000 KB) ->"
                + " 800 MB (819200 KB): fires later\n");
  }

  @ParameterizedTest
  @CsvSource({"--fix, fixed, notice", "--fix --diff, fixable, error"})
  void reportsFixes(String options, String word, String level) {
    work.file("web.config", Workspace.RIGHT.replace("privateBytesInKB", "PrivateBytesInKB"));

    assertThat(log(("check " + options + " --report github").split(" ", -1)))
        .startsWith("::" + level + " file=web.config,line=5,endLine=5,col=17,endColumn=33,title=")
        .contains(word + ": rename to privateBytesInKB [unknown-attribute]\n");
  }

  @Test
  void escapesCharactersThatWouldEndAPropertyOrTheMessage() {
    work.file("a,b:c%0A%25/web.config", Workspace.WRONG.replace("memory", "x:%0A,::y"));
    work.file("web.config", Workspace.RIGHT);

    assertThat(log("check", "--report", "github"))
        .startsWith("::error file=a%2Cb%3Ac%250A%2525/web.config,line=")
        .contains("::a,b:c%250A%2525/web.config:");
    assertThat(commands())
        .allSatisfy(
            command -> assertThat(command.property("file")).isEqualTo("a,b:c%0A%25/web.config"));
  }
}
