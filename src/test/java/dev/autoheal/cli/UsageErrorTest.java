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
          chekc                 | unknown command 'chekc'; did you mean 'check'?
          nonsense --help       | unknown command 'nonsense'
          check --polcy x       | unknown option '--polcy'; did you mean '--policy'?
          check --format        | unknown option '--format'; did you mean '--report'?
          check --format json   | unknown option '--format'; did you mean '--report json'?
          diff --format=patch   | unknown option '--format=patch'; did you mean '--report patch'?
          check -x              | unknown option '-x'
          check --fail-on       | missing SEVERITY after --fail-on
          check --report        | missing FORMAT[=FILE] after --report
          check --policy        | missing FILE after --policy
          check --app           | missing NAME after --app
          check --color pink    | expected one of auto, always, never for --color, got 'pink'
          check --fail-on fatal | expected one of error, warning, info, never for --fail-on, got 'fatal'
          check --today x       | expected a date like 2027-01-31 for --today, got 'x'
          check --create        | unknown option '--create'
          check --app a --app b | duplicate option; use each option once
          check --report xml    | unknown report format 'xml'; see --help for all formats
          check --report jsn    | unknown report format 'jsn'; did you mean 'json'?
          check a - b           | unexpected path next to - (standard input); remove one of them
          apply -               | cannot rewrite standard input; use diff or --diff
          schema                | missing NAME
          schema polcy          | unknown schema 'polcy'; use policy, monitoring or report
          schema policy report  | unexpected argument 'report'
          hook                  | missing action; use hook install or hook uninstall
          hook instal           | unknown action 'instal'; use install or uninstall
          hook install x        | unexpected argument 'x'
          hook install --force  | unknown option '--force'
          generate-completion x | unexpected argument 'x'
          --debug               | unknown option '--debug'
          """)
  void reportsTheErrorInOneLine(String line, String message) {
    assertThat(refused(line.split(" ", -1)).err()).startsWith("autoheal: " + message + "\n");
  }

  @Test
  void emptyCommandIsUnknown() {
    assertThat(refused("").err()).startsWith("autoheal: unknown command ''\n");
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
  void suggestsASimilarName(String line, String meant) {
    assertThat(refused(line.split(" ", -1)).err()).contains("; did you mean '" + meant + "'?\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"frobnicate", "list", "check -x", "check --silent", "schema policy check", "\"\""})
  void suggestsNoDissimilarName(String line) {
    assertThat(refused(line.split(" ", -1)).err()).doesNotContain("did you mean");
  }

  @Test
  void pointsToTheHelpOfTheCommand() {
    assertThat(refused("diff", "--x").err()).endsWith("\nRun `autoheal diff --help` for usage.\n");
    assertThat(refused("dif").err()).endsWith("\nRun `autoheal --help` for usage.\n");
  }

  @Test
  void rejectsAnAbbreviatedOption() {
    work().file("web.config", Workspace.RIGHT);

    refused("check", "--verb");
    refused("check", "--fail", "never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void changesNoFileIfAnArgumentIsInvalid(String verb) {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);

    refused(verb, "--no-such-option");
    refused(verb, "web.config", "--fail-on", "fatal");
    assertThat(work().read("web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void neverReadsAnArgumentFile() {
    work().file("@more", "--version").file("more", "--version").file("web.config", "x");

    assertThat(refused("@more").err()).startsWith("autoheal: unknown command '@more'\n");
    assertThat(refused("check", "@gone").err()).isEqualTo("autoheal: @gone does not exist\n");
    assertThat(refused("check", "@" + temp.resolve("more")).err()).contains(" does not exist\n");
    Shell.Result named = work().run("check", "@more");
    assertThat(named.exit()).isEqualTo(1);
    assertThat(named.text()).startsWith("@more:1:1: error: ");
  }

  @Test
  void treatsArgumentsAfterTwoDashesAsPaths() {
    work().file("--help", Workspace.BROKEN).file("-o", Workspace.BROKEN);

    assertThat(work().run("check", "--", "--help", "-o").text())
        .contains("--help:1:1: error: ", "-o:1:1: error: ");
  }

  @Test
  void showsAStackTraceOnlyWithDebug() {
    assertThat(refused("check", "gone").err()).isEqualTo("autoheal: gone does not exist\n");
    assertThat(refused("schema", "x", "--debug").err()).contains("\tat dev.autoheal.cli.");
  }
}
