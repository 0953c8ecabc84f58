package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIgnoreTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repository() {
    work = Workspace.in(temp.resolve("repository")).folder(".").repository();
  }

  private List<String> found(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--report", "json"));
    all.addAll(List.of(arguments));
    Shell.Result result = work.run(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    List<String> paths = new ArrayList<>();
    result.json().get("files").forEach(file -> paths.add(file.get("path").asText()));
    return paths;
  }

  @Test
  void skipsFilesThatGitIgnores() {
    work.file(".gitignore", "/publish/\n*.Local.config\n")
        .file("publish/web.config", Workspace.RIGHT)
        .file("app/publish/web.config", Workspace.RIGHT)
        .file("app/Web.Local.config", Workspace.BROKEN)
        .file("app/.gitignore", "nested\n")
        .file("app/nested/web.config", Workspace.RIGHT)
        .file("web.config", Workspace.RIGHT);
    work.file(".git/info/exclude", "private\n").file("private/web.config", Workspace.RIGHT);

    assertThat(found()).containsExactly("app/publish/web.config", "web.config");
    assertThat(found("app")).containsExactly("app/publish/web.config");
  }

  @Test
  void checksIgnoredFilesThatAreTracked() {
    work.file("publish/web.config", Workspace.RIGHT);
    work.git("add", "publish/web.config");
    work.file(".gitignore", "publish\n").file("publish/sub/web.config", Workspace.RIGHT);

    assertThat(found()).containsExactly("publish/web.config");
  }

  @Test
  void checksAnIgnoredFileIfNamed() {
    work.file(".gitignore", "publish\n").file("publish/web.config", Workspace.RIGHT);

    assertThat(found("publish/web.config")).containsExactly("publish/web.config");
    assertThat(work.run("check").exit()).isEqualTo(2);
    assertThat(work.run("check", "publish").err()).startsWith("autoheal: no web.config in publish");
  }

  @Test
  void takesNamesLiterally() {
    work.file(".gitignore", "\\!left\n:(top)\n\\#*\n[[]\n")
        .file("!left/web.config", Workspace.RIGHT)
        .file("[/web.config", Workspace.RIGHT)
        .file("#1/web.config", Workspace.RIGHT)
        .file("-z/web.config", Workspace.RIGHT)
        .file("--stdin/web.config", Workspace.RIGHT)
        .file("é ü/web.config", Workspace.RIGHT);

    assertThat(found()).containsExactly("--stdin/web.config", "-z/web.config", "é ü/web.config");
  }

  @Test
  void handlesMoreFilesThanAPipeHolds() {
    for (int i = 0; i < 1000; i++) {
      work.file("%s/%d/web.config".formatted("long".repeat(20), i), Workspace.RIGHT);
    }
    work.file(".gitignore", "7*\n");

    assertThat(found()).hasSize(1000 - 111);
  }

  @Test
  void reportsAGitErrorAndContinues() {
    work.file(".git/HEAD", "nonsense").file("web.config", Workspace.BROKEN);

    Shell.Result result = work.run("check");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).startsWith("web.config:1:1: ");
    assertThat(result.err())
        .startsWith("autoheal: checking files that git ignores too: fatal: ")
        .hasLineCount(1);
  }

  @Test
  void skipsNestedRepositoriesUnlessNamed() throws IOException {
    work.file("autoheal.yaml", Workspace.policy("**"))
        .file("web.config", Workspace.RIGHT)
        .file("sub/app/web.config", Workspace.WRONG)
        .file("sub/.gitignore", "ignored\n")
        .file("sub/ignored/web.config", Workspace.WRONG);
    Workspace inner = Workspace.in(work.path("sub")).repository();

    Shell.Result result = work.run("apply", "--verbose");
    assertThat(result.err()).isEmpty();
    assertThat(result.text())
        .contains(
            "sub/app/web.config: skipped: in another repository; name its folder to check it\n");
    assertThat(inner.read("app/web.config")).isEqualTo(Workspace.WRONG);
    assertThat(work.run("check", "sub").text())
        .isEqualTo("1 file checked, no findings. Skipped 1 file that git ignores.\n");
    assertThat(work.run("diff", "sub").err()).startsWith("autoheal: missing policy: ");

    Files.move(work.path("sub/.git"), work.path("elsewhere"));
    work.file("sub/.git", "gitdir: ../elsewhere\n");
    assertThat(work.run("check", "--verbose").text()).contains("sub/app/web.config: skipped: in a");
  }
}
