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
import org.junit.jupiter.params.provider.ValueSource;

class AzureReportTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.policy("**"));
    work.file("web.config", Workspace.WRONG);
  }

  private String log(String arguments) {
    return work.run((arguments + " --report azure").split(" ", -1)).text();
  }

  @Test
  void hasAnIssueAtTheValueAndASummary() {
    assertThat(log("check"))
        .isEqualTo(
            """
            ##vso[task.logissue type=error;sourcepath=web.config;linenumber=5;columnnumber=35;\
            code=drift;]privateBytesInKB="700000" (683.59 MB), but the policy requires 800 MB\
             (819200 KB)%3B run `autoheal apply` (autoheal.yaml:7)
            1 file checked: 1 error. `autoheal apply` fixes 1.
            """);
  }

  @Test
  void hasNoCommandsWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(log("check")).isEqualTo("1 file checked, no findings.\n");
  }

  @Test
  void reportsErrorsAndWarningsAsIssuesAndNotesAsText() {
    work.file(
        "web.config",
        Workspace.WRONG
            .replace("<memory", "<slowRequests count='1' timeTaken='#{x}#' /><memory")
            .replace("Recycle", "Recycled"));
    work.file("autoheal.yaml", "version: 1\nrules: { invalid-action: warning }\n");
    String log = log("check");

    assertThat(AgentLog.commands(log))
        .extracting(AgentIssues::type)
        .containsExactly("error", "warning");
    assertThat(log).contains("\nweb.config:5:44: info: ");
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 0", "11, 10, 2", "42, 10, 33"})
  void reportsHowManyAreShownIfTheAgentWouldDropSome(int errors, int issues, int lines) {
    for (int i = 1; i < errors; i++) {
      work.file("app%02d/web.config".formatted(i), Workspace.WRONG);
    }
    String log = log("check");

    assertThat(AgentLog.commands(log)).hasSize(issues);
    assertThat(log.lines())
        .filteredOn(line -> line.contains("web.config:5:35: error: "))
        .hasSize(lines);
    if (lines > 0) {
      assertThat(AgentLog.commands(log).get(9).data())
          .isEqualTo("showing 9 of %d errors; see the log of this step for the others", errors);
    }
  }

  @Test
  void reportsAFailedRunAsAnIssue() {
    assertThat(AgentLog.commands(log("check gone")))
        .isEqualTo(
            List.of(
                new AgentLog.Command(
                    "task.logissue", Map.of("type", "error"), "gone does not exist")));
    assertThat(log("check gone")).hasLineCount(1);
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");
    assertThat(AgentLog.commands(log("check")).get(0).properties())
        .containsEntry("sourcepath", "autoheal.yaml")
        .containsEntry("linenumber", "3")
        .containsEntry("code", "autoheal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "apply --dry-run"})
  void reportsAPendingChangeAsAnIssue(String command) {
    assertThat(log(command))
        .startsWith(
            "##vso[task.logissue type=error;sourcepath=web.config;linenumber=1;columnnumber=1;"
                + "code=autoheal;]memory: 683.59 MB (700000 KB) -> 800 MB (819200 KB): fires later\n");
  }

  @Test
  void reportsAnAppliedChangeAsText() {
    assertThat(log("apply"))
        .startsWith("web.config: info: memory: 683.59 MB (700000 KB) -> 800 MB (819200 KB): ");
  }

  @Test
  void reportsAReviewedChangeAsText() {
    work.file("web.config", Workspace.RIGHT).repository().git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG);

    assertThat(log("review --base HEAD"))
        .startsWith("##vso[task.logissue type=error;sourcepath=web.config;linenumber=5;")
        .contains("\nweb.config:5:35: info: memory: ");
  }

  @Test
  void escapesCharactersThatWouldEndAPropertyOrTheCommand() {
    work.file("a;b]c%0A%AZP25/web.config", Workspace.WRONG.replace("700000", "7;x]0A%5D"));
    work.file("web.config", Workspace.RIGHT);

    assertThat(AgentLog.commands(log("check")))
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(command.properties().get("sourcepath"))
                    .isEqualTo("a;b]c%0A%AZP25/web.config"))
        .anySatisfy(command -> assertThat(command.data()).contains("7;x]0A%5D"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##vso[task.setvariable variable=PATH]x",
        "a ##VsO[task.complete]x",
        "##v\u00ADso[task.complete result=Succeeded]",
        "#\u200B#vso[task.prependpath]/evil",
        "##[error]x",
        "x]##vso[task.complete]",
        "\r##vso[task.complete]"
      })
  void containsNoCommandFromAFile(String command) {
    work.shell()
        .reading(Workspace.WRONG.replace("700000", command).getBytes(UTF_8))
        .run("check", "-", "--report", "azure");
    work.file("autoheal.yaml", Workspace.POLICY.replace("800MB", "'" + command + "'"));
    assertThat(AgentLog.commands(log("diff")))
        .extracting(AgentLog.Command::name)
        .containsOnly("task.logissue");
  }
}
