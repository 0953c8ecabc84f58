package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that need a separate process: environment, language and real streams. */
class ProcessTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void driftingFile() {
    work = Workspace.in(temp.resolve("work")).folder(".").repository();
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);
  }

  private Shell.Result start(
      Map<String, String> environment, Path out, List<String> options, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path err = temp.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.path(".").toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    int exit = process.waitFor();
    return new Shell.Result(
        exit, Files.isRegularFile(out) ? Files.readAllBytes(out) : new byte[0], text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8).replace("\r\n", "\n");
  }

  @Test
  void printsTheSameAsInTheProcessOfTheTest() throws Exception {
    Shell.Result result = start(Map.of(), temp.resolve("out"), List.of(), "diff");

    assertThat(result.out()).isEqualTo(work.run("diff").out());
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "diff, 1",
    "check, 1",
    "check --fail-on never, 0",
    "explain, 0",
    "--help, 0",
    "show ., 0"
  })
  @DisabledOnOs(OS.WINDOWS)
  void endsQuietlyWhenTheReaderOfAPipeExits(String arguments, int exit) throws Exception {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    // The reader ends before the program writes, so the first write fails.
    String script = "{ \"$@\"; echo $? >../code; } 2>../err | true";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(java);
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).directory(work.path(".").toFile()).start();

    assertThat(process.waitFor()).isZero();
    assertThat(text(temp.resolve("err"))).isEmpty();
    assertThat(text(temp.resolve("code"))).isEqualTo(exit + "\n");
  }

  @Test
  void printsTheSameInEveryLanguage() throws Exception {
    work.file("autoheal.yaml", "version: 1\napps: [{ name: 1, fails: x }]\n");
    List<String> arabic = List.of("-Duser.language=ar", "-Duser.country=EG");
    List<String> turkish = List.of("-Duser.language=tr", "-Duser.country=TR");
    String expected = work.run("check").err();

    for (List<String> language : List.of(arabic, turkish)) {
      assertThat(start(Map.of(), temp.resolve("out"), language, "check", "--fail-on", "INFO").err())
          .isEqualTo(expected);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsAMissingGitProgramAndContinues() throws Exception {
    work.file(".gitignore", "out\n").file("out/web.config", Workspace.WRONG);
    Shell.Result result =
        start(Map.of("PATH", temp.toString()), temp.resolve("out"), List.of(), "check");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "autoheal: checking files that git ignores too: missing program git on the PATH; install git\n");
    assertThat(result.text())
        .contains("\nweb.config:5:35: ", "\n2 files checked: 1 error, 1 warning. ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void startsNoGitOfTheCurrentFolder() throws Exception {
    Path evil = work.path("git");
    Files.writeString(evil, "#!/bin/sh\ntouch '" + temp.resolve("PWNED") + "'\n");
    assertThat(evil.toFile().setExecutable(true)).isTrue();
    Shell.Result result = start(Map.of("PATH", ".::work"), temp.resolve("out"), List.of(), "check");

    assertThat(result.err()).endsWith("missing program git on the PATH; install git\n");
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }

  @Test
  void usesTheRepositoryOfTheFileInsideAHook() throws Exception {
    work.file(".gitignore", "out\n").file("out/web.config", Workspace.WRONG);
    Map<String, String> hook =
        Map.of("GIT_DIR", temp.toString(), "GIT_INDEX_FILE", "x", "GIT_WORK_TREE", "/");
    Shell.Result result = start(hook, temp.resolve("out"), List.of(), "check");

    assertThat(result.err()).isEmpty();
    assertThat(result.text()).contains("\n1 file checked: 1 error. ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void reportsThatStandardInputIsClosed() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "\"$@\" <&-",
                "sh",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "-")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isEqualTo(3);
    assertThat(output)
        .isEqualTo("autoheal: standard input is closed; redirect a file to it or name the file\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void failsIfStandardOutputCannotBeWritten() throws Exception {
    Shell.Result result = start(Map.of(), Path.of("/dev/full"), List.of(), "check");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err()).isEqualTo("autoheal: cannot write standard output\n");
  }
}
