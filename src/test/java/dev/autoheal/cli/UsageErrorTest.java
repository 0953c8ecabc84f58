package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageErrorTest {
  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp);
  }

  private Shell.Result refused(String... arguments) {
    Shell.Result result = work().run(arguments);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          chekc                 | there is no command chekc
          nonsense --help       | there is no command nonsense
          check --polcy x       | there is no option --polcy
          check -x              | there is no option -x
          check --fail-on       | --fail-on needs SEVERITY
          check --report        | --report needs FORMAT[=FILE]
          check --policy        | --policy needs FILE
          check --app           | --app needs NAME
          check --color pink    | invalid value for option '--color': pink is none of auto, always, never
          check --fail-on fatal | invalid value for option '--fail-on': fatal is none of error, warning, info, never
          check --create        | there is no option --create
          check --app a --app b | an option stands twice that may stand only once
          check --report xml    | unknown report format 'xml'; see --help for all formats
          check a - b           | - stands for standard input, and takes no other path beside it
          apply -               | standard input cannot be rewritten; use diff, or --diff
          schema                | NAME is missing
          schema polcy          | there is no schema polcy; write policy, monitoring or report
          schema policy report  | report is one argument too many
          hook                  | say what to do: hook install, or hook uninstall
          hook instal           | there is no hook instal; write install or uninstall
          hook install x        | x is one argument too many
          hook install --force  | there is no option --force
          generate-completion x | x is one argument too many
          --debug               | there is no option --debug
          """)
  void saysInOneLineWhatIsWrong(String line, String message) {
    assertThat(refused(line.split(" ", -1)).err()).startsWith("autoheal: " + message + "\n");
  }

  @Test
  void emptyCommandIsUnknown() {
    assertThat(refused("").err()).startsWith("autoheal: there is no command \n");
  }

  @ParameterizedTest
  @CsvSource({
    "chekc, check",
    "aply, apply",
    "schemas, schema",
    "check --fail-onn, --fail-on",
    "check --alow-no-files, --allow-no-files",
    "apply --dryrun, --dry-run",
    "schema policy --ouput, --output",
    "check --fail_on=x, --fail-on",
    "--verson, --version"
  })
  void suggestsWhatWasMeant(String line, String meant) {
    assertThat(refused(line.split(" ", -1)).err()).contains("\nDid you mean " + meant + "?\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"frobnicate", "list", "check -x", "check --silent", "schema policy check", "\"\""})
  void suggestsNothingFarFetched(String line) {
    assertThat(refused(line.split(" ", -1)).err()).doesNotContain("Did you mean");
  }

  @Test
  void pointsToTheHelpOfTheCommand() {
    assertThat(refused("diff", "--x").err())
        .endsWith("Try `autoheal diff --help` for what it takes.\n");
    assertThat(refused("dif").err()).endsWith("Try `autoheal --help` for what it takes.\n");
  }

  @Test
  void doesNotTakeAnAbbreviatedOption() {
    work().file("web.config", Workspace.RIGHT);

    refused("check", "--verb");
    refused("check", "--fail", "never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void leavesFilesAloneWhenAnArgumentIsWrong(String verb) {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);

    refused(verb, "--no-such-option");
    refused(verb, "web.config", "--fail-on", "fatal");
    assertThat(work().read("web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void neverReadsAnArgumentFile() {
    work().file("@more", "--version").file("more", "--version").file("web.config", "x");

    assertThat(refused("@more").err()).startsWith("autoheal: there is no command @more\n");
    assertThat(refused("check", "@gone").err()).isEqualTo("autoheal: @gone does not exist\n");
    assertThat(refused("check", "@" + temp.resolve("more")).err()).contains(" does not exist\n");
    Shell.Result named = work().run("check", "@more");
    assertThat(named.exit()).isEqualTo(1);
    assertThat(named.text()).startsWith("@more:1:1: error: ");
  }

  @Test
  void takesWhatFollowsTwoDashesForPaths() {
    work().file("--help", Workspace.BROKEN).file("-o", Workspace.BROKEN);

    assertThat(work().run("check", "--", "--help", "-o").text())
        .contains("--help:1:1: error: ", "-o:1:1: error: ");
  }

  @Test
  void showsAStackTraceOnlyWhenAsked() {
    assertThat(refused("check", "gone").err()).isEqualTo("autoheal: gone does not exist\n");
    assertThat(refused("schema", "x", "--debug").err()).contains("\tat dev.autoheal.cli.");
  }
}
