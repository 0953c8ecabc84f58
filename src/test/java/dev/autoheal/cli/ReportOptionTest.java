package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.autoheal.files.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportOptionTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp);
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);
  }

  private String text(String... arguments) {
    return work.run(arguments).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff"})
  void writesTextToStandardOutputUnlessAnotherReportGoesThere(String verb) {
    String text = text(verb);

    assertThat(text).endsWith(".\n");
    assertThat(text(verb, "--report", "text")).isEqualTo(text);
    assertThat(text(verb, "--report", "json=a.json", "--report=patch=b.diff")).isEqualTo(text);
    assertThat(text(verb, "--report", "json", "--report=text=c.txt")).startsWith("{");
    assertThat(work.read("c.txt")).isEqualTo(text);
  }

  @Test
  void writesTheSameToAFileAndToStandardOutput() {
    work.run("diff", "--report=json=a.json", "--verbose", "--report=patch=b.diff");

    assertThat(text("diff", "--report=json")).isEqualTo(work.read("a.json"));
    assertThat(text("diff", "--report", "patch"))
        .isEqualTo(work.read("b.diff"))
        .startsWith("--- a/web.config\n+++ b/web.config\n@@ ");
  }

  @Test
  void acceptsAFileForEachReport() {
    assertThat(text("diff", "--report=text=t", "--report=json=j", "--report=patch=p"))
        .isEqualTo(work.read("t"));
    assertThat(work.read("t")).contains(work.read("p"));
  }

  @Test
  void resolvesAFileAgainstTheCurrentFolderAndReplacesIt() {
    work.file("out/report.json", "old and much longer than any report could ever be".repeat(99));
    work.run("check", "--report=json=out/report.json");

    assertThat(ReportSchema.validated(work.read("out/report.json").getBytes(UTF_8)).get("command"))
        .hasToString("\"check\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--report=json --report=patch, two reports for standard output",
    "--report=text --report=text, two reports for standard output",
    "--report=json=x --report=patch=x, two reports for one file",
    "--report=json=x --report=patch=./sub/../x, two reports for one file",
    "--report=json=, expected a file for the report, got the folder",
    "--report=json=., expected a file for the report, got the folder",
    "--report==x, unknown report format '';"
  })
  void rejectsConflictingReports(String options, String message) {
    Shell.Result result = work.run(("apply " + options).split(" ", -1));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("autoheal: " + message);
    assertThat(work.read("web.config")).isEqualTo(Workspace.WRONG);
    assertThat(Files.exists(work.path("x"))).isFalse();
  }

  @Test
  void writesAnEmptyPatchWithoutChanges() {
    work.file("web.config", Workspace.RIGHT);

    assertThat(text("diff", "--report", "patch")).isEmpty();
    assertThat(text("check", "--report", "patch")).isEmpty();
  }

  @Test
  void writesAPatchThatGitAcceptsInEveryFolder() {
    work.repository().folder("sub/folder");
    for (String folder : new String[] {".", "sub", "sub/folder"}) {
      work.file("web.config", Workspace.WRONG);
      Workspace inside = Workspace.in(work.path(folder));
      inside.file("p.diff", inside.run("diff", temp.toString()).out());
      work.git("apply", work.path(folder).resolve("p.diff").toString());
      assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
    }
  }

  @Test
  void writesThePatchThatApplyMade() {
    String pending = text("diff", "--report", "patch");

    assertThat(text("apply", "--report", "patch")).isEqualTo(pending);
    assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "check, findings, 1",
    "diff, changed, 1",
    "apply, changed, 0",
    "apply --dry-run, changed, 1"
  })
  void writesCommandOutcomeAndExitCodeToJson(String line, String outcome, int exit) {
    JsonNode json = work.run((line + " --report json").split(" ", -1)).json();

    assertThat(json.get("command").asText()).isEqualTo(line.split(" ", -1)[0]);
    assertThat(json.get("outcome").asText()).isEqualTo(outcome);
    assertThat(json.get("exitCode").asInt()).isEqualTo(exit);
    assertThat(json.get("summary").get("changes").asInt()).isEqualTo(1);
  }

  @Test
  void writesEveryFindingToJsonRegardlessOfFailOn() {
    work.file("web.config", Workspace.RIGHT.replace("819200", "$(memory)"));

    JsonNode json = work.run("check", "--fail-on", "never", "--report", "json").json();
    assertThat(json.get("summary").get("infos").asInt()).isEqualTo(1);
    assertThat(json.get("findings")).hasSize(1);
    assertThat(json.get("findings").get(0).get("rule").asText()).isEqualTo("placeholder");
  }

  @Test
  void showsNotesAndSkippedFilesIfVerbose() {
    work.file("web.config", Workspace.RIGHT.replace("819200", "$(memory)"))
        .file("Web.Debug.config", "<configuration />")
        .file("sub/web.config", Workspace.BARE);

    assertThat(text("check")).doesNotContain("placeholder").doesNotContain("Web.Debug.config");
    assertThat(text("check", "--fail-on", "info")).contains("note: ", "[placeholder]");
    assertThat(text("check", "--verbose"))
        .contains("note: ", "[placeholder]")
        .contains("Web.Debug.config: skipped: named like a transform");
    assertThat(text("diff", "--verbose"))
        .contains("sub/web.config: skipped: no app of the policy matches it");
    assertThat(text("diff"))
        .contains(" Skipped 1 file (named like ", ", 1 that no app of the policy matches.")
        .doesNotContain("sub/web.config");
  }

  @Test
  void writesAnErrorToJsonIfTheRunFails() {
    for (String arguments : new String[] {"check gone", "apply -", "check --app nobody"}) {
      Shell.Result result = work.run((arguments + " --report json").split(" ", -1));
      JsonNode json = result.json();

      assertThat(result.exit()).isEqualTo(2);
      assertThat(json.get("outcome").asText()).isEqualTo("error");
      assertThat(json.get("errors")).hasSize(1);
      assertThat(json.get("errors").get(0).get("path").isNull()).isTrue();
      assertThat(result.err())
          .isEqualTo("autoheal: " + json.get("errors").get(0).get("message").asText() + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#formats")
  void noReportLooksCleanIfTheRunFails(String format) {
    work.file("autoheal.yaml", "version: 2\n");

    Shell.Result result = work.run("check", "--report", format);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.text()).doesNotContainPattern("[0-9] files? checked|[0-9] errors?,");
    if (!format.equals("text") && !format.equals("patch")) {
      assertThat(result.text())
          .containsPattern("expected 1 for (['\"\\\\]|&#39;)+version.+got .*2");
    }
  }

  @Test
  void namesEveryReportThatCannotBeWrittenAndWritesTheOthers() {
    String[] reports = {
      "--report=json=gone/a.json", "--report=sarif=b.sarif", "--report=html=web.config/c.html"
    };
    Shell.Result result =
        work.run(Stream.concat(Stream.of("check"), Stream.of(reports)).toArray(String[]::new));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err().lines())
        .satisfiesExactly(
            json -> assertThat(json).startsWith("autoheal: cannot write the json report to "),
            html -> assertThat(html).startsWith("autoheal: cannot write the html report to "));
    assertThat(result.text()).isEqualTo(text("check"));
    SarifSchema.validated(work.read("b.sarif").getBytes(UTF_8));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesTheOldReportOrNoneOnAFullDisk() throws IOException {
    try (Disk disk = Disk.of(temp.resolve("disk"), 8)) {
      work.file("disk/a.json", "old");
      String noise = "x".repeat(8 * 1024);
      assertThatThrownBy(() -> work.file("disk/noise", noise)).hasMessageContaining("No space");
      Shell.Result result =
          work.run(
              "check",
              "--report=json=disk/a.json",
              "--report=html=disk/b.html",
              "--report=sarif=c.sarif");

      assertThat(result.exit()).isEqualTo(3);
      assertThat(result.err())
          .contains("cannot write the json report to ", "a.json: no space left on device\n")
          .contains("cannot write the html report to ", "b.html: no space left on device\n");
      assertThat(work.read("disk/a.json")).isEqualTo("old");
      assertThat(disk.folder().toFile().list()).containsExactlyInAnyOrder("a.json", "noise");
      SarifSchema.validated(work.read("c.sarif").getBytes(UTF_8));

      assertThat(work.run("schema", "policy", "-o", "disk/a.json").exit()).isEqualTo(3);
      assertThat(work.read("disk/a.json")).isEqualTo("old");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void writesToADevice() {
    assertThat(work.run("check", "--report", "json=/dev/null").exit()).isEqualTo(1);
    assertThat(work.run("schema", "policy", "-o", "/dev/null").exit()).isZero();
    assertThat(Path.of("/dev/null")).exists().isNotEqualTo(work.path("web.config"));
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void writesToStandardOutputForADash() {
    assertThat(text("check", "--report", "json=-")).isEqualTo(text("check", "--report", "json"));
    assertThat(work.path("-")).doesNotExist();
  }

  @Test
  void quietHasNoSummary() {
    String[] lines = work.run("check").text().split("(?<=\n)", -1);

    assertThat(work.run("check", "-q").text()).isEqualTo(lines[0] + lines[1] + lines[2]);
    assertThat(work.run("check", "--quiet", "--policy", "autoheal.yaml").exit()).isEqualTo(1);
    work.file("web.config", Workspace.RIGHT);
    assertThat(work.run("check", "-q").text()).isEmpty();
  }

  @Test
  void acceptsAFormatInUpperCase() {
    assertThat(work.run("check", "--report", "CHECKSTYLE").text())
        .isEqualTo(work.run("check", "--report", "checkstyle").text());
  }

  @Test
  void verboseHasAShortName() {
    assertThat(work.run("check", "-v").text()).isEqualTo(work.run("check", "--verbose").text());
  }

  @Test
  void showAcceptsItToo() {
    String csv = work.run("show", "--report", "csv").text();

    assertThat(work.run("show", "--format", "csv").text()).isEqualTo(csv);
    assertThat(work.run("show", "--report", "csv=table.csv").text()).isEmpty();
    assertThat(work.read("table.csv")).isEqualTo(csv);
  }

  @Test
  void findingsWrapAtWordsOnANarrowTerminal() {
    Shell narrow = work.shell().onTerminals(true, true).with("COLUMNS", "60");
    String text = narrow.run("check", "--color", "never").text();
    String colored = narrow.run("check", "--color", "always").text();

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    assertThat(text.replaceAll("\n    (?! )", " "))
        .contains(work.run("check").text().lines().findFirst().orElseThrow());
    assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(text);
  }
}
