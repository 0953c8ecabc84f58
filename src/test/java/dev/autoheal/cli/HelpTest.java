package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.report.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  @TempDir Path temp;

  static List<String> verbs() {
    return Commands.names();
  }

  static Stream<String> all() {
    return Stream.concat(Stream.of(""), verbs().stream());
  }

  private String help(String verb) {
    Shell shell = Shell.in(temp).with("COLUMNS", "200");
    Shell.Result result = verb.isEmpty() ? shell.run("--help") : shell.run(verb, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    return result.text().replace("\r\n", "\n");
  }

  @ParameterizedTest
  @MethodSource("all")
  void startsWithExamplesAndEndsWithExitCodes(String verb) {
    List<String> headings = help(verb).lines().filter(l -> l.matches("[A-Z][\\w ]+:.*")).toList();

    assertThat(headings.get(0)).isEqualTo("Examples:");
    assertThat(headings.get(1)).startsWith("Usage: autoheal " + verb);
    assertThat(headings.get(headings.size() - 1)).isEqualTo("Exit codes:");
    assertThat(help(verb)).doesNotContain("\n\n\n").doesNotStartWith("\n");
  }

  @ParameterizedTest
  @MethodSource("all")
  void listsTheExitCodesThatTheCommandCanReturn(String verb) {
    boolean canFind = List.of("", "check", "diff", "apply", "review", "show").contains(verb);

    assertThat(help(verb).lines().filter(line -> line.matches("  [0-3]   .*")))
        .extracting(line -> line.substring(2, 3))
        .containsExactlyElementsOf(canFind ? List.of("0", "1", "2", "3") : List.of("0", "2", "3"));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void describesEachOptionBriefly(String verb) {
    assertThat(Commands.find(verb).orElseThrow().spec().options())
        .allSatisfy(
            option ->
                assertThat(String.join(" ", option.description()))
                    .matches("[A-Z].*\\.")
                    .hasSizeLessThan(
                        option.longestName().matches("--(report|preset)") ? 160 : 2 * 54));
  }

  @ParameterizedTest
  @MethodSource("all")
  void fitsOnANarrowTerminal(String verb) {
    Shell narrow = Shell.in(temp).onTerminals(true, true).with("COLUMNS", "60");
    Shell.Result result = verb.isEmpty() ? narrow.run("--help") : narrow.run(verb, "--help");

    assertThat(result.text().replaceAll("\u001B\\[[0-9;]*m", "").lines())
        .filteredOn(line -> !line.startsWith("  autoheal "))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void isAlsoACommand() {
    assertThat(Shell.in(temp).run("help").text()).isEqualTo(Shell.in(temp).run("--help").text());
    assertThat(Shell.in(temp).run("help", "check").text()).isEqualTo(plain("check"));
    assertThat(Shell.in(temp).run("version").text())
        .isEqualTo(Shell.in(temp).run("--version").text());
  }

  @Test
  void isPrintedWithoutACommand() {
    Shell.Result result = Shell.in(temp).run();

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo(Shell.in(temp).run("--help").text());
  }

  @ParameterizedTest
  @MethodSource("all")
  void fitsInEightyColumns(String verb) {
    assertThat(help(verb).lines().filter(line -> line.length() > 80)).isEmpty();
    assertThat(help(verb).lines().filter(line -> !line.equals(line.stripTrailing()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void givesEveryOptionAGroupAndADescription(String verb) {
    CommandSpec spec = Commands.find(verb).orElseThrow().spec();

    assertThat(spec.options())
        .allSatisfy(option -> assertThat(option.group()).as(option.longestName()).isNotNull())
        .allSatisfy(option -> assertThat(option.description()).isNotEmpty())
        .extracting(option -> option.longestName())
        .contains("--help", "--debug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void listsEveryOptionOfARun(String verb) {
    assertThat(help(verb))
        .contains("--policy=FILE", "--app=NAME", "--stdin-filename=", "--allow-no-files")
        .contains("--report=FORMAT[=FILE]", "--fail-on=SEVERITY", "--verbose", "--color=WHEN")
        .containsIgnoringWhitespaces(
            "text, json, github, azure, gitlab, junit, checkstyle, rdjson, sarif, markdown, html,"
                + " patch");
    assertThat(help(verb).contains("--create")).isEqualTo(verb.equals("apply"));
    assertThat(help(verb).contains("--rebuild")).isEqualTo(verb.equals("apply"));
    assertThat(help(verb).contains("--dry-run")).isEqualTo(verb.equals("apply"));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void isTheSameForTheShortOptionAndAmongOtherArguments(String verb) {
    assertThat(Shell.in(temp).run(verb, "-h").text()).isEqualTo(plain(verb));
    assertThat(Shell.in(temp).run(verb, "--debug", "--help").text()).isEqualTo(plain(verb));
  }

  private String plain(String verb) {
    return Shell.in(temp).run(verb, "--help").text();
  }

  @Test
  void listsEveryCommand() {
    assertThat(verbs())
        .containsExactly(
            "check",
            "diff",
            "apply",
            "review",
            "init",
            "show",
            "explain",
            "hook",
            "schema",
            "generate-completion",
            "generate-man-page")
        .allSatisfy(verb -> assertThat(help("")).contains("\n  " + verb + " "));
  }

  @Test
  void showsTheVersionOfThePom() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");

    Shell.Result result = Shell.in(temp).run("--version");
    assertThat(result.exit()).isZero();
    assertThat(result.text().strip()).isEqualTo("autoheal " + version);
    assertThat(Shell.in(temp).run("-V").text()).isEqualTo(result.text());
    assertThat(Version.NUMBER).isEqualTo(version);
  }

  @Test
  void isColoredOnlyOnATerminalThatWantsIt() {
    Shell terminal = Shell.in(temp).onTerminals(true, true);

    assertThat(terminal.run("check", "--help").text()).contains("\u001B[");
    assertThat(terminal.with("NO_COLOR", "1").run("check", "--help").text())
        .isEqualTo(plain("check"));
    assertThat(terminal.with("TERM", "dumb").run("--help").text())
        .isEqualTo(Shell.in(temp).run("--help").text());
  }
}
