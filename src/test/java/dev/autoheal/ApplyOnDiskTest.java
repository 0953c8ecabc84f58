package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Main;
import dev.autoheal.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the effects of {@code apply} on the disk. */
class ApplyOnDiskTest {
  private static final String BEFORE = section("800000");
  private static final String AFTER = section("1048576");

  @TempDir Path temp;
  private Path folder;
  private Path file;

  private static String section(String kilobytes) {
    return """
    <configuration>
      <system.webServer>
        <monitoring>
          <triggers>
            <memory privateBytesInKB="%s" />
          </triggers>
          <actions value="Recycle" />
        </monitoring>
      </system.webServer>
    </configuration>
    """
        .formatted(kilobytes);
  }

  @BeforeEach
  void writeFiles() throws IOException {
    folder = temp.toRealPath();
    file = Files.writeString(folder.resolve("web.config"), BEFORE);
    Files.writeString(
        folder.resolve("autoheal.yaml"),
        """
        version: 1
        apps:
          - name: app
            files: ["**/web.config", "**/*.config"]
            action: recycle
            triggers:
              memory: { privateBytes: 1GB }
        """);
  }

  @Test
  void keepsACompliantFile() throws IOException {
    Files.writeString(file, AFTER);
    FileTime yesterday = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, yesterday);
    Object inode = Files.readAttributes(file, "*").get("fileKey");

    assertThat(Shell.in(folder).run("apply").exit()).isZero();

    assertThat(file).hasContent(AFTER);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(yesterday);
    assertThat(Files.readAttributes(file, "*").get("fileKey")).isEqualTo(inode);
  }

  @Test
  void onlyApplyWrites() throws IOException {
    for (String verb : List.of("check", "diff")) {
      assertThat(Shell.in(folder).run(verb).exit()).isEqualTo(1);
      assertThat(file).hasContent(BEFORE);
    }
    assertThat(Shell.in(folder).run("apply", "--dry-run").exit()).isEqualTo(1);
    assertThat(file).hasContent(BEFORE);
    assertThat(names()).containsExactly("autoheal.yaml", "web.config");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege on Windows")
  void keepsALink() throws IOException {
    Path target = Files.createDirectory(folder.resolve("shared")).resolve("app.config");
    Files.move(file, target);
    Files.createSymbolicLink(file, Path.of("shared", "app.config"));

    assertThat(Shell.in(folder).run("apply").exit()).isZero();

    assertThat(file).isSymbolicLink();
    assertThat(target).isRegularFile().hasContent(AFTER);
  }

  @Test
  void removesTheLeftoversOfACrash() throws Exception {
    Process gone = java("-version");
    gone.waitFor();
    Path leftover = Files.writeString(folder.resolve(".autoheal-" + gone.pid() + "-1.tmp"), "");
    Path live =
        Files.writeString(
            folder.resolve(".autoheal-" + ProcessHandle.current().pid() + "-1.tmp"), "");

    assertThat(Shell.in(folder).run("apply").exit()).isZero();

    assertThat(leftover).doesNotExist();
    assertThat(live).exists();
    assertThat(file).hasContent(AFTER);
  }

  @Test
  void allowsSeveralRunsAtOnce() throws Exception {
    for (int round = 0; round < 3; round++) {
      Files.writeString(file, BEFORE);
      List<Process> runs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        runs.add(java("-cp", System.getProperty("java.class.path"), Main.class.getName(), "apply"));
      }
      for (Process run : runs) {
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
      }
      assertThat(file).hasContent(AFTER);
      assertThat(names()).containsExactly("autoheal.yaml", "web.config");
    }
  }

  private Process java(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
