package dev.autoheal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.autoheal.change.Rewrite;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.project.FileSelection;
import dev.autoheal.project.PolicyOptions;
import dev.autoheal.project.ReportNeeds;
import dev.autoheal.project.UsageException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks and rewrites files in a file system with the paths of Windows. */
class WindowsPathsTest {
  private static final String WRONG =
      """
      <configuration>
        <system.webServer>
          <monitoring>
            <triggers>
              <memory privateBytesInKB="many" />
            </triggers>
            <actions value="Recycle" />
          </monitoring>
        </system.webServer>
      </configuration>
      """;

  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["apps/shop/web.config"]
          triggers:
            memory: { privateBytes: 800MB }
      """;

  private FileSystem windows;
  private Path current;

  @BeforeEach
  void createDrive() throws IOException {
    windows =
        Jimfs.newFileSystem(
            Configuration.windows().toBuilder().setRoots("C:\\", "\\\\server\\share\\").build());
    current = Files.createDirectories(windows.getPath("C:\\src\\repository"));
  }

  @AfterEach
  void removeDrive() throws IOException {
    windows.close();
  }

  private Path write(String path, String content) throws IOException {
    Path file = current.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private LintResult run(Task task, String... paths) throws Exception {
    LintOptions options =
        new LintOptions(
            FileSelection.of(Stream.of(paths).map(windows::getPath).toList(), current, false),
            PolicyOptions.NEAREST,
            task,
            LocalDate.of(2026, 6, 15),
            ReportNeeds.NONE);
    return new Linter(options, note -> {}, Progress.NONE).run(file -> {});
  }

  private LintResult check(String... paths) throws Exception {
    return run(Task.check(List.of()), paths);
  }

  /** Returns {@code rule path} of each finding. */
  private static List<String> findings(LintResult result) {
    return result.files().stream()
        .flatMap(file -> file.findings().stream())
        .map(WindowsPathsTest::words)
        .toList();
  }

  private static String words(ReportedFinding finding) {
    return finding.rule() + " " + finding.location().path();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps\\shop\\web.config",
        "apps/shop/web.config",
        ".\\apps\\shop\\web.config",
        "C:\\src\\repository\\apps\\shop\\web.config",
        "..\\repository\\apps\\shop\\web.config",
        "apps",
        "apps\\shop\\",
        "."
      })
  void namesFilesWithSlashes(String path) throws Exception {
    write("apps\\shop\\web.config", WRONG);

    assertThat(findings(check(path))).containsExactly("invalid-number apps/shop/web.config");
  }

  @Test
  void matchesThePolicyOfAFolderAbove() throws Exception {
    write("autoheal.yaml", POLICY);
    write("apps\\shop\\web.config", WRONG.replace("many", "409600"));

    assertThat(findings(check("apps"))).containsExactly("drift apps/shop/web.config");
  }

  @Test
  void findsAFileInAnyLetterCase() throws Exception {
    write("apps\\Shop\\Web.Config", WRONG);

    assertThat(findings(check("APPS\\shop")))
        .singleElement()
        .asString()
        .startsWith("invalid-number ")
        .endsWith("Web.Config");
  }

  @Test
  void checksAShare() throws Exception {
    current = Files.createDirectories(windows.getPath("\\\\server\\share\\repository"));
    write("shop\\web.config", WRONG);

    assertThat(findings(check("shop"))).containsExactly("invalid-number shop/web.config");
  }

  @Test
  void rewritesAFile() throws Exception {
    write("autoheal.yaml", POLICY);
    Path file = write("apps\\shop\\web.config", WRONG.replace("many", "1").replace("\n", "\r\n"));

    run(Task.apply(false, Rewrite.Rebuild.NOT, true), "apps");

    assertThat(file).hasContent(WRONG.replace("many", "819200").replace("\n", "\r\n"));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(each -> each.getFileName().toString())).containsExactly("web.config");
    }
  }

  @Test
  void doesNotCheckAFolderOutsideOfADrive() {
    assertThatThrownBy(() -> check("D:\\elsewhere"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("D:\\elsewhere does not exist");
  }
}
