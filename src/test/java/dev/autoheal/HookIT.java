package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Makes real commits with the hook that {@code autoheal hook install} installs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is tested with sh on Unix")
class HookIT {
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();

  @TempDir Path temp;
  private Path folder;
  private Workspace work;
  private Path launcher;

  private record Result(int exit, String output) {}

  @BeforeEach
  void repository() throws Exception {
    Path installed = Files.createDirectories(temp.resolve("an installed \"copy\" of $HOME"));
    launcher = Files.copy(Path.of("autoheal"), installed.resolve("autoheal"));
    Files.copy(JAR, installed.resolve("autoheal.jar"));
    folder = Files.createDirectories(temp.resolve("work"));
    work = Workspace.in(folder).repository();
    assertThat(run(launcher.toString(), "hook", "install"))
        .satisfies(installing -> assertThat(installing.exit()).isZero());
  }

  private static String config(String kilobytes) {
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

  private Result run(String... command) throws Exception {
    Path output = Files.createTempFile(temp, "run", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", temp.toString());
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "a");
      builder.environment().put("GIT_" + role + "_EMAIL", "a@example.com");
    }
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }

  private Result commit(String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "commit", "-q", "-m", "x"));
    command.addAll(List.of(more));
    return run(command.toArray(String[]::new));
  }

  private void stage(String text) {
    work.file("web.config", text).git("add", "-A");
  }

  @Test
  void rejectsABadFirstCommitAndAcceptsAGoodOne() throws Exception {
    stage(config("many"));
    Result stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .contains("web.config:5:35: error: invalid privateBytesInKB=\"many\"; ")
        .contains("autoheal: the commit was stopped.");

    stage(config("819200"));
    assertThat(commit().exit()).isZero();
    assertThat(work.git("show", "HEAD:web.config")).isEqualTo(config("819200"));
  }

  @Test
  void rejectsOnlyNewFindings() throws Exception {
    stage(config("many"));
    assertThat(commit("--no-verify").exit()).isZero();

    stage(config("many") + "<!-- more -->\n");
    assertThat(commit().exit()).isZero();
    stage(config("many").replace("Recycle", "Restart"));
    assertThat(commit().exit()).isEqualTo(1);
  }

  @Test
  void ignoresAndKeepsUnstagedChanges() throws Exception {
    stage(config("819200"));
    work.file("web.config", config("many"));
    assertThat(commit().exit()).isZero();
    assertThat(work.read("web.config")).isEqualTo(config("many"));

    work.git("add", "-A");
    work.file("web.config", config("1048576"));
    assertThat(commit().exit()).isEqualTo(1);
    assertThat(work.read("web.config")).isEqualTo(config("1048576"));
  }

  @Test
  void checksTheFilesNamedByTheCommit() throws Exception {
    stage(config("819200"));
    work.file("other/web.config", config("many")).git("add", "-A");
    assertThat(commit("--", "web.config").exit()).isZero();

    work.file("web.config", config("many"));
    assertThat(commit("--", "web.config").exit()).isEqualTo(1);
    assertThat(commit("-a").exit()).isEqualTo(1);
    work.file("web.config", config("819200")).file("other/web.config", config("819200"));
    assertThat(commit("-a").exit()).isZero();
    assertThat(commit("--amend").exit()).isZero();
  }

  @Test
  void checksACommitInAnotherWorkTree() throws Exception {
    stage(config("819200"));
    assertThat(commit().exit()).isZero();
    work.git("worktree", "add", "-q", "../other");
    folder = temp.resolve("other");
    work = Workspace.in(folder);

    stage(config("many"));
    assertThat(commit().exit()).isEqualTo(1);
    stage(config("1048576"));
    assertThat(commit().exit()).isZero();
  }

  @Test
  void acceptsAnyCommitAfterUninstall() throws Exception {
    assertThat(run(launcher.toString(), "hook", "uninstall").exit()).isZero();
    stage(config("many"));

    assertThat(commit()).isEqualTo(new Result(0, ""));
  }
}
