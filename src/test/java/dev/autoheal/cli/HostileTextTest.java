package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Control and format characters in all places of files, policies and arguments. {@link Shell}
 * asserts that none of them is printed. {@link HostileOutputsTest} covers other hostile text.
 */
class HostileTextTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void policyForAnyFile() {
    work = Workspace.in(temp).file("autoheal.yaml", Workspace.POLICY);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isHarmlessInAFailure() {
    for (String c : List.of("\u001B", "\n", Hostile.all().replace("/", ""))) {
      work.file("web.config", Workspace.WRONG);
      assertThat(work.run("check", "--report", "json=no/" + c).exit()).isEqualTo(3);
      assertThat(work.run("schema", "report", "-o", "no/" + c, "--debug").exit()).isEqualTo(3);
    }
  }

  /**
   * Returns the expected number of annotations: one per finding and error, at most ten per level.
   */
  private static int annotations(JsonNode json) {
    JsonNode summary = json.get("summary");
    return Math.min(10, summary.get("errors").asInt() + json.get("errors").size())
        + Math.min(10, summary.get("warnings").asInt())
        + Math.min(10, summary.get("infos").asInt());
  }

  private void assertHarmless(String content) {
    Shell shell = work.shell().reading(content.getBytes(UTF_8));
    JsonNode json = shell.run("check", "-", "--verbose", "--report", "json").json();
    assertThat(RunnerLog.commands(shell.run("check", "-", "--report", "github").out()))
        .as(content)
        .hasSize(annotations(json));
    shell.run("diff", "-", "--report", "github");
    shell.run("check", "-", "--report", "sarif");
    shell.run("diff", "-", "--report", "markdown");
    shell.run("diff", "-", "--report", "html");
    shell.run("diff", "-", "--verbose", "--color", "always", "--debug");
    shell.run("show", "-", "--why");
  }

  @Test
  void isHarmlessInAValue() {
    for (String c : Hostile.characters()) {
      assertHarmless(Workspace.WRONG.replace("700000", "7" + c + "[31m" + c + "0"));
    }
  }

  @Test
  void isHarmlessAsAReference() {
    for (String c : Hostile.characters()) {
      assertHarmless(Workspace.WRONG.replace("700000", "7&#%d;[2J".formatted(c.codePointAt(0))));
    }
  }

  @Test
  void isHarmlessInNamesCommentsAndText() {
    for (String c : Hostile.characters()) {
      assertHarmless(
          Workspace.WRONG
              .replace("<actions", "<!-- a" + c + "]0;title" + c + " --><actions")
              .replace("\"Recycle\"", "\"Re" + c + "cycle\""));
      assertHarmless(Workspace.WRONG.replace("memory", "mem" + c + "ory"));
      assertHarmless(
          Workspace.WRONG.replace("privateBytesInKB=", "priv" + c + "ate='1' privateBytesInKB="));
      assertHarmless(Workspace.WRONG.replace("</triggers>", c + "</triggers>" + c));
      assertHarmless(c + Workspace.WRONG);
    }
  }

  @Test
  void isHarmlessInAPolicy() {
    work.file("web.config", Workspace.WRONG);
    for (String c : Hostile.characters()) {
      for (String policy :
          List.of(
              Workspace.POLICY.replace("shop", "\"sh" + c + "op\""),
              Workspace.POLICY.replace("name:", "na" + c + "me:"),
              Workspace.POLICY.replace("800MB", "\"8" + c + "00MB\""),
              Workspace.POLICY.replace("recycle", "recycle # " + c + " said"),
              Workspace.POLICY.replace("\"web.config\"", "\"**\", \"!a" + c + "b\""),
              Workspace.POLICY.replace("recycle", "{ customAction: { exe: '" + c + "' } }"),
              Workspace.POLICY.replace(
                  "recycle", "{ customAction: { exe: \"" + escape(c) + "\" } }"),
              c + Workspace.POLICY)) {
        work.file("autoheal.yaml", policy);
        work.run("diff", "--verbose", "--color", "always");
        work.run("diff", "--report", "github");
        work.run("show", "--why");
      }
    }
  }

  private static String escape(String c) {
    return "\\u%04X".formatted(c.codePointAt(0));
  }

  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#commands")
  void isNotACommandToARunner(String command) {
    assertHarmless(Workspace.WRONG.replace("700000", command));
    assertHarmless(Workspace.WRONG.replace("memory", command));
    assertHarmless(Workspace.WRONG.replace("<actions", "<!-- " + command + " --><actions"));
    assertHarmless(command);
  }

  @Test
  void isShownAsItsCodePoint() {
    String evil = Workspace.WRONG.replace("700000", "7\u009B0\u202E\uD83D\uDE00\t##vso[x]");
    Shell.Result result = work.shell().reading(evil.getBytes(UTF_8)).run("check", "-");

    assertThat(result.text())
        .contains("privateBytesInKB=\"7<U+009B>0<U+202E>😀\t#<U+0023>vso[x]\"");
    assertThat(work.run("check", "\u001B[31m").err())
        .isEqualTo("autoheal: <U+001B>[31m does not exist\n");
  }

  @Test
  void isKeptUnchangedInJson() {
    String value = "7\u009B0\u202E\uD83D\uDE00 ##vso[x] ##[y]\u007F";
    Shell shell = work.shell().reading(Workspace.WRONG.replace("700000", value).getBytes(UTF_8));

    JsonNode json = shell.run("diff", "-", "--report", "json").json();
    assertThat(json.get("files").get(0).get("changes").get(0).get("before").asText())
        .isEqualTo(value);
  }
}
