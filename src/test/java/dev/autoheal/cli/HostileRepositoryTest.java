package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No setting of a repository runs a program. Each program in these tests would create a file. */
@DisabledOnOs(OS.WINDOWS)
class HostileRepositoryTest {
  @TempDir Path temp;

  private Workspace repository() throws IOException {
    Workspace work = Workspace.in(temp.resolve("r")).folder(".").repository();
    work.file("autoheal.yaml", Workspace.POLICY)
        .file("web.config", Workspace.WRONG)
        .file("ignored/web.config", Workspace.WRONG)
        .file(".gitignore", "ignored\n")
        .file(".gitattributes", "* filter=evil diff=evil\n");
    work.git("add", ".");
    work.git("commit", "-q", "-m", "all");
    return work;
  }

  private String touch() {
    return "touch '" + temp.resolve("PWNED") + "'";
  }

  private Path script() throws IOException {
    Path script = temp.resolve("evil.sh");
    Files.writeString(script, "#!/bin/sh\n" + touch() + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  static List<List<String>> settings() {
    return List.of(
        List.of("core.fsmonitor", "RUN"),
        List.of("core.hooksPath", "HOOKS"),
        List.of("diff.external", "RUN"),
        List.of("diff.evil.textconv", "RUN", "diff.evil.command", "RUN"),
        List.of(
            "filter.evil.clean", "RUN", "filter.evil.smudge", "RUN", "filter.evil.process", "RUN"),
        List.of("core.pager", "RUN", "pager.check-ignore", "RUN"),
        List.of("core.editor", "RUN", "core.askPass", "RUN", "core.sshCommand", "RUN"),
        List.of("alias.check-ignore", "!RUN"),
        List.of("core.gitProxy", "RUN", "credential.helper", "!RUN"),
        List.of("core.alternateRefsCommand", "RUN", "gpg.program", "RUN"),
        List.of("uploadpack.packObjectsHook", "RUN", "interactive.diffFilter", "RUN"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void runsNoProgramOfItsConfiguration(List<String> settings) throws IOException {
    Workspace work = repository();
    Path script = script();
    for (String hook : List.of("post-index-change", "pre-auto-gc", "post-checkout", "fsmonitor")) {
      work.file(".git/hooks/" + hook, Files.readAllBytes(script));
      Files.setPosixFilePermissions(
          work.path(".git/hooks/" + hook), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    for (int i = 0; i < settings.size(); i += 2) {
      String value =
          settings
              .get(i + 1)
              .replace("HOOKS", work.path(".git/hooks").toString())
              .replace("RUN", script.toString());
      work.git("config", settings.get(i), value);
    }
    Files.deleteIfExists(temp.resolve("PWNED"));

    for (String line : List.of("check", "diff", "show", "review --base HEAD", "apply")) {
      Shell.Result result = work.run(line.split(" ", -1));
      assertThat(result.err()).isEmpty();
      assertThat(result.text()).doesNotContain("ignored/");
    }
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }

  /** To find ignored files, git would fetch the file that a sparse checkout omits. */
  @Test
  void fetchesNothing() throws IOException {
    Workspace work = repository();
    String id = work.git("rev-parse", "HEAD:.gitignore").strip();
    work.git("update-index", "--skip-worktree", ".gitignore");
    Files.delete(work.path(".gitignore"));
    Files.delete(work.path(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    work.git("config", "core.repositoryFormatVersion", "1");
    work.git("config", "extensions.partialClone", "origin");
    work.git("config", "remote.origin.promisor", "true");
    work.git("config", "protocol.allow", "always");
    work.git("config", "protocol.ext.allow", "always");
    work.git("config", "remote.origin.url", "ext::" + script());

    work.run("check");
    work.run("review", "--base", "HEAD");
    assertThat(temp.resolve("PWNED")).doesNotExist();
    work.git("config", "remote.origin.url", work.path(".").toString());
    work.git("config", "remote.origin.uploadpack", script().toString());
    work.run("check");
    work.run("review", "--base", "HEAD");
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }

  @Test
  void startsNoGitOfTheRepository() throws IOException {
    Workspace work = repository();
    for (String name : List.of("git", "git.exe")) {
      Files.copy(script(), work.path(name));
    }

    work.run("check");
    assertThat(temp.resolve("PWNED")).doesNotExist();
  }
}
