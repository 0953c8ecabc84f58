package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSearchTest {
  private static final String NO_FILE = "skipped: not a regular file";

  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp);
  }

  /**
   * Returns each file of the JSON report with its status, and with the reason if it was skipped.
   */
  private Map<String, String> found(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--report", "json"));
    JsonNode json = work().run(all.toArray(String[]::new)).json();
    Map<String, String> files = new TreeMap<>();
    for (JsonNode file : json.get("files")) {
      String reason = file.has("reason") ? ": " + file.get("reason").asText() : "";
      files.put(file.get("path").asText(), file.get("status").asText() + reason);
    }
    return files;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"web.config", "Web.config", "WEB.CONFIG", "Web.Config", "a b/ü/web.cOnFiG"})
  void findsTheFileInAnyLetterCase(String path) {
    work().file(path, Workspace.BROKEN);

    assertThat(found()).containsExactly(Map.entry(path, "findings"));
  }

  @Test
  void findsTransformsButNoOtherConfig() {
    String xdt =
        "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"/>";
    work()
        .file("web.Release.config", xdt)
        .file("WEB.debug.CONFIG", xdt)
        .file("web.config.bak", Workspace.BROKEN)
        .file("myweb.config", Workspace.BROKEN)
        .file("web.json", Workspace.BROKEN)
        .file("packages.config", Workspace.BROKEN)
        .file("web.release.config.user", Workspace.BROKEN);

    assertThat(found()).containsOnlyKeys("web.Release.config", "WEB.debug.CONFIG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        "bin",
        "obj",
        "packages",
        "node_modules",
        "target",
        "Views",
        "BIN",
        "views"
      })
  void skipsFoldersOfBuildsAndDependencies(String folder) {
    work()
        .file(folder + "/web.config", Workspace.BROKEN)
        .file("app/" + folder + "/deeper/web.config", Workspace.BROKEN)
        .file("app/web.config", Workspace.RIGHT);

    assertThat(found()).containsOnlyKeys("app/web.config");
  }

  @Test
  void readsNamedFilesAndFoldersAnywhere() {
    work()
        .file("bin/web.config", Workspace.RIGHT)
        .file("any.xml", Workspace.RIGHT)
        .file("Views/web.config", Workspace.RIGHT);

    assertThat(found("bin/web.config", "any.xml", "Views"))
        .containsOnlyKeys("bin/web.config", "any.xml", "Views/web.config");
  }

  @Test
  void acceptsSeveralPathsAndChecksEachFileOnce() {
    work().file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.BROKEN);

    assertThat(found("b", "a", "a/web.config", "./b/../a", temp.toString()))
        .containsExactly(Map.entry("a/web.config", "clean"), Map.entry("b/web.config", "findings"));
  }

  @Test
  void requiresAFileInEveryNamedFolder() {
    work().file("a/web.config", Workspace.RIGHT).folder("b");

    assertThat(work().run("check", "a", "b").err()).startsWith("autoheal: no web.config in b;");
    assertThat(work().run("check", "a", "b", "--allow-no-files").exit()).isZero();
  }

  @Test
  void checksNothingWhenOnePathDoesNotExist() {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);

    Shell.Result result = work().run("apply", "web.config", "gone");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("autoheal: gone does not exist\n");
    assertThat(work().read("web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void reportsWhyANamedFileIsSkipped() {
    work()
        .file("autoheal.yaml", Workspace.POLICY + "exclude: [\"old/**\"]\n")
        .file("old/web.config", Workspace.BROKEN)
        .file("Web.Part.config", "<configuration />");

    assertThat(found("old/web.config", "Web.Part.config"))
        .containsExactly(
            Map.entry("Web.Part.config", "clean"),
            Map.entry("old/web.config", "skipped: the policy excludes it"));
  }

  @Test
  void keepsPathsRelativeToTheRepository() {
    work().repository().file("a/b/web.config", Workspace.BROKEN);

    Shell inside = Shell.in(work().path("a/b"));
    assertThat(inside.run("check").text()).startsWith("a/b/web.config:1:1: ");
    assertThat(inside.run("check", "web.config").text()).startsWith("a/b/web.config:1:1: ");
    assertThat(inside.run("check", "../../a").text()).startsWith("a/b/web.config:1:1: ");
  }

  @Test
  void keepsPathsRelativeToTheCurrentFolderWithoutARepository() {
    work().file("a/b/web.config", Workspace.BROKEN).file("c/web.config", Workspace.BROKEN);

    Shell inside = Shell.in(work().path("a"));
    assertThat(inside.run("check").text()).startsWith("b/web.config:1:1: ");
    assertThat(inside.run("check", "../c").text()).startsWith("web.config:1:1: ");
    assertThat(inside.run("check", "../c/web.config").text()).startsWith("web.config:1:1: ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
  void skipsFilesThatAreNotRegular() throws Exception {
    work().folder("dir/web.config").folder("fifo");
    new ProcessBuilder("mkfifo", work().path("fifo/web.config").toString()).start().waitFor();

    assertThat(found("fifo")).containsExactly(Map.entry("fifo/web.config", NO_FILE));
    assertThat(work().run("check", "fifo/web.config").exit()).isEqualTo(2);
    assertThat(work().run("check", "dir").exit()).isEqualTo(2);
  }

  static boolean permissionsAreIgnored() {
    return System.getProperty("os.name").startsWith("Windows")
        || System.getProperty("user.name").equals("root");
  }

  @Test
  @DisabledIf("permissionsAreIgnored")
  void failsForAnUnreadableFileAndChecksTheOthers() throws IOException {
    work().file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.BROKEN);
    Files.setPosixFilePermissions(
        work().path("a/web.config"), PosixFilePermissions.fromString("---------"));

    Shell.Result result = work().run("check");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).isEqualTo("a/web.config:1:1: error: access is denied\n");
    assertThat(result.text())
        .contains("b/web.config:1:1: error: ", "Skipped 1 file (access is denied).\n");
    assertThat(found()).containsEntry("a/web.config", "skipped: access is denied");
  }

  @Test
  @DisabledIf("permissionsAreIgnored")
  void failsForAnUnreadableFolder() throws IOException {
    work().file("a/web.config", Workspace.RIGHT).file("b/web.config", Workspace.BROKEN);
    Files.setPosixFilePermissions(work().path("a"), PosixFilePermissions.fromString("---------"));

    Shell.Result result = work().run("check", "--report", "json");
    Files.setPosixFilePermissions(work().path("a"), PosixFilePermissions.fromString("rwx------"));
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).isEqualTo("autoheal: cannot read the folder a: access is denied\n");
    assertThat(result.json().get("outcome").asText()).isEqualTo("error");
  }

  @Test
  void summaryNamesTheFoldersThatWereNotSearched() {
    Workspace work = work();
    work.file("web.config", Workspace.RIGHT)
        .file("a/bin/web.config", Workspace.WRONG)
        .file("b/bin/web.config", Workspace.WRONG)
        .file("node_modules/x/web.config", Workspace.WRONG);

    assertThat(work.run("check", ".").text()).endsWith(" Not searched: bin, node_modules.\n");
    assertThat(work.run("check", "web.config").text()).doesNotContain("Not searched");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege on Windows")
  void summaryNamesSomeOfManyFolders() throws IOException {
    Workspace work = work().file("web.config", Workspace.RIGHT);
    for (int i = 10; i < 30; i++) {
      work.link("link" + i, work.path("").toString());
    }

    assertThat(work.run("check", ".").text())
        .endsWith(", link17 and 12 more.\n")
        .contains("Not searched: link10, ");
  }
}
