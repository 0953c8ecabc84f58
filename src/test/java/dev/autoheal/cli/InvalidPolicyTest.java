package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidPolicyTest {
  private static final String INVALID =
      """
      version: 1
      apps:
        - name: shop
          files: ["web.config"]
          triggers:
            memory: { privateBytes: 800 }
            slowRequest: { count: 5 }
      """;

  private static final String PROBLEMS =
      """
      autoheal.yaml:6:31: error: …
          6 |       memory: { privateBytes: 800 }
            |                               ^^^
      autoheal.yaml:7:7: error: …
          7 |       slowRequest: { count: 5 }
            |       ^^^^^^^^^^^
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void invalidPolicy() {
    work = Workspace.in(temp);
    work.file("autoheal.yaml", INVALID).file("web.config", Workspace.WRONG);
  }

  /** Removes the messages, which the tests of the policy reader check. */
  private static String withoutMessages(Shell.Result result) {
    return result.err().replaceAll("error: .+", "error: …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void isReportedWithAllProblemsAndStopsTheRun(String verb) {
    Shell.Result result = work.run(verb);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(withoutMessages(result)).isEqualTo(PROBLEMS);
    assertThat(work.read("web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void isReportedInJsonToo() {
    Shell.Result result = work.run("check", "--report", "json");
    JsonNode json = result.json();

    assertThat(withoutMessages(result)).isEqualTo(PROBLEMS);
    assertThat(json.get("outcome").asText()).isEqualTo("error");
    assertThat(json.get("exitCode").asInt()).isEqualTo(2);
    assertThat(json.get("files")).isEmpty();
    assertThat(json.get("findings")).isEmpty();
    assertThat(json.get("errors")).hasSize(2);
    assertThat(json.get("errors").get(0))
        .hasToString(
            "{\"message\":%s,\"path\":\"autoheal.yaml\",\"line\":6,\"column\":31}"
                .formatted(json.get("errors").get(0).get("message")));
  }

  @Test
  void preventsChangesUnderAValidPolicyToo() {
    work.file("good/autoheal.yaml", Workspace.POLICY).file("good/web.config", Workspace.WRONG);

    assertThat(work.run("apply").exit()).isEqualTo(2);
    assertThat(work.read("good/web.config")).isEqualTo(Workspace.WRONG);
    assertThat(work.run("apply", "good").exit()).isZero();
    assertThat(work.read("good/web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void isReportedForSeveralPoliciesInTheOrderOfTheirPaths() {
    work.file("b/autoheal.yaml", "version: 7\n").file("b/web.config", Workspace.RIGHT);
    work.file("a/autoheal.yaml", "").file("a/web.config", Workspace.RIGHT);

    assertThat(work.run("check", "b", "a", ".").err().lines().filter(l -> l.contains(": error: ")))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("a/autoheal.yaml", "autoheal.yaml", "autoheal.yaml", "b/autoheal.yaml");
  }

  @Test
  void isReportedIfNamedOnTheCommandLine() {
    work.file("x.yaml", "version: 1\nappz: []\n");

    Shell.Result result = work.run("diff", "--policy", "x.yaml");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("x.yaml:2:1: error: ").contains("did you mean 'apps'?");
  }

  @Test
  void isColoredOnATerminalAndOtherwiseNot() {
    assertThat(work.run("check", "--color", "always").err())
        .contains("\u001B[31merror\u001B[0m", "\u001B[31m^^^\u001B[0m");
    Shell terminal = work.shell().onTerminals(false, true);
    assertThat(withoutMessages(terminal.run("check", "--color", "never"))).isEqualTo(PROBLEMS);
  }

  @Test
  void keepsTheCaretUnderTabsAndWideLetters() {
    work.file("autoheal.yaml", "version: 1\napps: # 日本\n  - { name: \"日本語\", fils: [a] }\n");

    String[] lines = work.run("check").err().split("\n", -1);
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("did you mean 'files'?"));
    assertThat(lines).contains("      |                       ^^^^");
  }

  @Test
  void isNotReadBeyondTheSizeLimit() {
    work.file("autoheal.yaml", "#".repeat(300 * 1024));

    assertThat(work.run("check").err())
        .isEqualTo(
            "autoheal.yaml:1:1: error: expected at most 262144 bytes for the policy,"
                + " got 307200 bytes\n");
  }

  static boolean permissionsAreIgnored() {
    return FileSearchTest.permissionsAreIgnored();
  }

  @Test
  @DisabledIf("permissionsAreIgnored")
  void isReportedIfUnreadable() throws IOException {
    Files.setPosixFilePermissions(
        work.path("autoheal.yaml"), PosixFilePermissions.fromString("---------"));

    Shell.Result result = work.run("check");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("autoheal.yaml:1:1: error: cannot read the policy: access is denied\n");
  }
}
