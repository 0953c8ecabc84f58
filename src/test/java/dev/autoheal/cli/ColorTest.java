package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorTest {
  private static final String ESCAPE = "\u001B[";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp);
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "auto,   true,  -,        -,     true",
        "auto,   false, -,        -,     false",
        "-,      true,  -,        -,     true",
        "-,      false, -,        -,     false",
        "auto,   true,  NO_COLOR, '',    true",
        "auto,   true,  NO_COLOR, 1,     false",
        "auto,   true,  NO_COLOR, 0,     false",
        "auto,   true,  TERM,     dumb,  false",
        "auto,   true,  TERM,     xterm, true",
        "auto,   false, TERM,     xterm, false",
        "always, false, NO_COLOR, 1,     true",
        "always, false, TERM,     dumb,  true",
        "ALWAYS, false, -,        -,     true",
        "never,  true,  -,        -,     false",
        "never,  true,  TERM,     xterm, false"
      })
  void followsTheOptionThenTheEnvironmentThenTheTerminal(
      String option, boolean terminal, String variable, String value, boolean colored) {
    Shell shell = work.shell().onTerminals(terminal, false).with("COLUMNS", "200");
    shell = variable == null ? shell : shell.with(variable, value);
    String color = option == null ? "--verbose" : "--color=" + option;
    Shell.Result result = shell.run("check", color);

    assertThat(result.text().contains(ESCAPE)).isEqualTo(colored);
    assertThat(result.text().replaceAll("\u001B\\[\\d+m", ""))
        .isEqualTo(work.run("check", "--verbose").text());
  }

  @Test
  void isDecidedForEachStreamSeparately() {
    work.file("autoheal.yaml", "version: one\n");

    assertThat(work.shell().onTerminals(true, false).run("check").err()).doesNotContain(ESCAPE);
    assertThat(work.shell().onTerminals(false, true).run("check").err())
        .contains(ESCAPE + "1mautoheal.yaml:1:10" + ESCAPE + "0m: " + ESCAPE + "31merror");
  }

  @Test
  void staysOutOfPatchesFilesAndJson() {
    assertThat(work.run("diff", "--color", "always").text())
        .contains(ESCAPE + "33m  ~ memory")
        .contains("\n--- a/web.config\n+++ b/web.config\n@@ ");
    work.run("diff", "--color", "always", "--report", "text=t", "--report", "json=j");
    assertThat(work.read("t")).doesNotContain(ESCAPE).isEqualTo(work.run("diff").text());
    assertThat(work.read("j")).doesNotContain(ESCAPE);
    assertThat(work.run("diff", "--color", "always", "--report", "json").text())
        .isEqualTo(work.read("j"));
    assertThat(work.run("diff", "--color", "always", "--report", "patch").text())
        .isEqualTo(work.run("diff", "--report", "patch").text());
  }
}
