package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes real commits with the program pre-commit and the hooks of this repository. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hooks are tested with sh on Unix")
class PreCommitIT {
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();
  private static final String GOOD = config("819200");
  private static final String BAD = config("many");
  private static final String REVIEW = "review AutoHeal sections";
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["*/web.config"]
          triggers: { memory: { privateBytes: %s } }
      """;

  @TempDir Path temp;
  private Path work;
  private String path = System.getenv("PATH");

  private record Result(int exit, String output) {}

  private static String config(String kilobytes) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
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
  void repository() throws Exception {
    assumeTrue(isThere("pre-commit"), "the program pre-commit is not installed");
    Path hooks = Files.createDirectories(temp.resolve("hooks"));
    for (String name : List.of("autoheal", ".pre-commit-hooks.yaml")) {
      Files.copy(Path.of(name), hooks.resolve(name));
    }
    Files.copy(JAR, hooks.resolve("autoheal.jar"));
    git(hooks, "init", "-q");
    git(hooks, "add", "-A");
    git(hooks, "update-index", "--chmod=+x", "autoheal");
    git(hooks, "commit", "-q", "-m", "hooks");
    String revision = git(hooks, "rev-parse", "HEAD").output().strip();

    work = Files.createDirectories(temp.resolve("work"));
    git(work, "init", "-q");
    write(
        ".pre-commit-config.yaml",
        """
        repos:
          - repo: %s
            rev: %s
            hooks:
              - id: autoheal-check
              - id: autoheal-policy
        """
            .formatted(hooks, revision));
    write("shop/web.config", GOOD);
    write("shop/notes.txt", "a\n");
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", "start");
    assertThat(run(work, "pre-commit", "install").exit()).isZero();
  }

  @Test
  void rejectsABadSectionAndAcceptsAGoodOne() throws Exception {
    write("shop/web.config", BAD);
    git(work, "add", "-A");
    Result stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .contains("shop/web.config:6:35: error: invalid privateBytesInKB=\"many\"; ")
        .contains("check all AutoHeal sections after a policy change", "Skipped");

    write("shop/web.config", config("1048576"));
    git(work, "add", "-A");
    assertThat(commit().output()).contains("Passed");
    assertThat(git(work, "show", "HEAD:shop/web.config").output()).isEqualTo(config("1048576"));
  }

  @Test
  void ignoresAndKeepsUnstagedChanges() throws Exception {
    write("shop/web.config", config("1048576"));
    git(work, "add", "-A");
    write("shop/web.config", BAD);
    assertThat(commit().exit()).isZero();
    assertThat(Files.readString(work.resolve("shop/web.config"))).isEqualTo(BAD);

    git(work, "add", "-A");
    write("shop/web.config", GOOD);
    assertThat(commit().exit()).isEqualTo(1);
    assertThat(Files.readString(work.resolve("shop/web.config"))).isEqualTo(GOOD);
  }

  @Test
  void checksAllSectionsAfterAPolicyChange() throws Exception {
    write("autoheal.yaml", POLICY.formatted("1GB"));
    git(work, "add", "-A");
    Result stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .contains(
            "privateBytesInKB=\"819200\" (800 MB), but the policy requires 1 GB (1048576 KB);");

    write("autoheal.yaml", POLICY.formatted("800MB"));
    git(work, "add", "-A");
    assertThat(commit().exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notes.txt", ".gitattributes", "Shop.csproj", "custom.transform", "deploy.xml"})
  void reviewRunsForAnyStagedFile(String path) throws Exception {
    useReviewHook();
    write("shop/" + path, "x");
    git(work, "add", "-A");
    Result passed = commit();
    assertThat(passed.exit()).as(passed.output()).isZero();
    assertThat(passed.output()).containsPattern(REVIEW + "\\.+Passed");
  }

  @Test
  void reviewRejectsNewStagedFindings() throws Exception {
    useReviewHook();
    write("shop/web.config", BAD);
    assertThat(commit("--allow-empty").output()).containsPattern(REVIEW + "\\.+Passed");

    git(work, "add", "-A");
    Result stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output())
        .containsPattern(REVIEW + "\\.+Failed")
        .contains("shop/web.config:6:35: error: ");

    assertThat(commit("--no-verify").exit()).isZero();
    write("shop/web.config", BAD + "<!-- more -->\n");
    git(work, "add", "-A");
    assertThat(commit().exit()).isZero();
  }

  @Test
  void systemHookRunsAnInstalledAutoheal() throws Exception {
    useHook("autoheal-review-system");
    Path bin = Files.createDirectories(temp.resolve("bin"));
    Path launcher =
        Files.writeString(bin.resolve("autoheal"), "#!/bin/sh\necho installed\nexit 1\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    write("shop/notes.txt", "b\n");
    git(work, "add", "-A");
    path = bin + ":" + path;
    assertThat(commit().output()).containsPattern(REVIEW + "\\.+Failed").contains("\ninstalled\n");
  }

  private void useReviewHook() throws Exception {
    useHook("autoheal-review");
  }

  private void useHook(String id) throws Exception {
    String hooks = Files.readString(work.resolve(".pre-commit-config.yaml"));
    hooks = hooks.replace("autoheal-check", id);
    write(".pre-commit-config.yaml", hooks.replaceFirst(" *- id: autoheal-policy\n", ""));
    git(work, "commit", "-q", "-a", "--no-verify", "-m", "review");
  }

  /** pre-commit rejects a commit that a hook changed, so that its author sees the change. */
  @Test
  void applyRewritesStagedFiles() throws Exception {
    String hooks = Files.readString(work.resolve(".pre-commit-config.yaml"));
    write(".pre-commit-config.yaml", hooks.replaceFirst("autoheal-check", "autoheal-apply"));
    write("autoheal.yaml", POLICY.formatted("800MB"));
    write("shop/web.config", config("900000"));
    git(work, "add", "-A");
    write("shop/notes.txt", "not staged\n");
    Result stopped = commit();
    assertThat(stopped.exit()).isEqualTo(1);
    assertThat(stopped.output()).contains("files were modified by this hook", "fires earlier");
    assertThat(Files.readString(work.resolve("shop/web.config"))).isEqualTo(GOOD);
    assertThat(Files.readString(work.resolve("shop/notes.txt"))).isEqualTo("not staged\n");

    git(work, "add", "shop/web.config");
    assertThat(commit().exit()).isZero();
  }

  @Test
  void ignoresAFileWithoutASection() throws Exception {
    write("shop/notes.txt", "b\n");
    git(work, "add", "-A");
    assertThat(commit().exit()).isZero();
  }

  private void write(String path, String text) throws IOException {
    Path file = work.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Result commit(String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "commit", "-m", "change"));
    command.addAll(List.of(more));
    return run(work, command.toArray(String[]::new));
  }

  private Result git(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Result result = run(folder, command.toArray(String[]::new));
    assertThat(result.exit()).as(result.output()).isZero();
    return result;
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Result run(Path folder, String... command) throws Exception {
    Path output = Files.createTempFile(temp, "run", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", temp.toString());
    builder.environment().put("PATH", path);
    builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
    builder.environment().put("GIT_AUTHOR_NAME", "a");
    builder.environment().put("GIT_AUTHOR_EMAIL", "a@example");
    builder.environment().put("GIT_COMMITTER_NAME", "a");
    builder.environment().put("GIT_COMMITTER_EMAIL", "a@example");
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }
}
