package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where autoheal may create a section or a whole file. */
class CreateTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp).repository();
  }

  @Test
  void addsASectionToARootFile() {
    work.file("autoheal.yaml", Workspace.policy("**/web.config"))
        .file("a/web.config", Workspace.BARE)
        .file("b/deep/web.config", Workspace.BARE);

    assertThat(work.run("check").exit()).isEqualTo(1);
    assertThat(work.run("apply").text()).endsWith("2 of 2 files changed.\n");
    assertThat(work.read("a/web.config"))
        .isEqualTo(work.read("b/deep/web.config"))
        .contains("<memory privateBytesInKB=\"819200\" />");
    assertThat(work.run("diff").exit()).isZero();
  }

  @Test
  void skipsAFileBelowTheRootFile() {
    work.file("autoheal.yaml", Workspace.policy("**/web.config"))
        .file("app/Web.config", Workspace.RIGHT)
        .file("app/web.config", Workspace.RIGHT)
        .file("app/Admin/web.config", Workspace.BARE)
        .file("app/x/y/web.config", Workspace.BARE);

    Shell.Result result = work.run("apply", "--verbose");
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .containsPattern(
            "app/Admin/web.config: skipped: below app/[wW]eb.config, the root file of the app; IIS reads a"
                + " section only there\n")
        .contains("app/x/y/web.config: skipped: below");
    assertThat(work.read("app/Admin/web.config")).isEqualTo(Workspace.BARE);
    assertThat(work.run("check").exit()).isZero();
    assertThat(work.run("apply", "app/Admin/web.config").exit()).isZero();
    assertThat(work.read("app/Admin/web.config")).isEqualTo(Workspace.BARE);
  }

  @Test
  void comparesAnExistingSectionBelowTheRootFile() {
    work.file("autoheal.yaml", Workspace.policy("**/web.config"))
        .file("web.config", Workspace.RIGHT)
        .file("sub/web.config", Workspace.WRONG);

    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("sub/web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void addsASectionBelowTheRootFileIfAPatternNamesTheFile() {
    work.file("autoheal.yaml", Workspace.policy("web.config\", \"sub/web.config"))
        .file("web.config", Workspace.RIGHT)
        .file("sub/web.config", Workspace.BARE);

    assertThat(work.run("apply").exit()).isZero();
    assertThat(work.read("sub/web.config")).contains("<memory privateBytesInKB=\"819200\" />");
  }

  @Test
  void ignoresAFileAboveThatNoAppMatches() {
    work.file("autoheal.yaml", Workspace.policy("apps/**/web.config"))
        .file("web.config", Workspace.BARE)
        .file("apps/a/web.config", Workspace.BARE);

    assertThat(work.run("apply", "--verbose").text())
        .contains("web.config: skipped: no app of the policy matches it")
        .contains("1 of 1 file changed.");
  }

  @Test
  void createsAFileThatThePolicyNamesOnlyWithTheOption() {
    work.file(
            "autoheal.yaml", Workspace.policy("web.config\", \"apps/b/web.config\", \"c/*.config"))
        .file("web.config", Workspace.RIGHT);

    assertThat(work.run("apply").text()).isEqualTo("1 file checked, nothing to change.\n");
    assertThat(work.path("apps")).doesNotExist();
    Shell.Result dry = work.run("apply", "--create", "--dry-run");
    assertThat(dry.exit()).isEqualTo(1);
    assertThat(dry.text()).contains("--- /dev/null\n+++ b/apps/b/web.config\n@@ -0,0 +1,");
    assertThat(work.path("apps")).doesNotExist();

    assertThat(work.run("apply", "--create").exit()).isZero();
    assertThat(work.read("apps/b/web.config"))
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n")
        .contains("<memory privateBytesInKB=\"819200\" />");
    assertThat(work.run("apply", "--create").text())
        .isEqualTo("2 files checked, nothing to change.\n");
    assertThat(work.run("check").exit()).isZero();
  }

  @Test
  void createsTheSameFileAsGitApply() {
    work.file("autoheal.yaml", Workspace.policy("new/web.config"));
    work.run("apply", "--create", "--dry-run", "--report", "patch=p.diff");
    work.git("apply", "p.diff");
    String applied = work.read("new/web.config");

    work.git("apply", "-R", "p.diff");
    assertThat(work.path("new/web.config")).doesNotExist();
    assertThat(work.run("apply", "--create").exit()).isZero();
    assertThat(work.read("new/web.config")).isEqualTo(applied);
  }

  @Test
  void createsOnlyFilesBelowTheGivenPaths() {
    work.file(
        "autoheal.yaml", Workspace.policy("a/web.config\", \"b/web.config\", \"b/c/web.config"));

    assertThat(work.run("apply", "--create", "b/c/web.config").exit()).isZero();
    assertThat(work.path("b/web.config")).doesNotExist();
    work.folder("b");
    assertThat(work.run("apply", "--create", "b", "./b", "b/web.config").exit()).isZero();
    assertThat(work.path("b/web.config")).exists();
    assertThat(work.path("a")).doesNotExist();
  }

  @Test
  void rejectsAPathThatNoPolicyNames() {
    work.file("autoheal.yaml", Workspace.policy("a/web.config\", \"**/web.config"));

    Shell.Result result = work.run("apply", "--create", "a/web.config", "other.config");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "autoheal: other.config does not exist; add its path without a wildcard to the policy\n");
    assertThat(work.path("a")).doesNotExist();
  }

  @Test
  void findsPoliciesInFoldersWithoutAWebConfig() {
    work.file("apps/a/autoheal.yaml", Workspace.POLICY)
        .file("apps/b/autoheal.yaml", Workspace.policy("site/web.config"));

    assertThat(work.run("apply", "--create").exit()).isZero();
    assertThat(work.path("apps/a/web.config")).exists();
    assertThat(work.path("apps/b/site/web.config")).exists();
    assertThat(work.path("web.config")).doesNotExist();
  }

  @Test
  void createsNoFileThatIsExcludedOrExistsInAnotherLetterCase() {
    work.file(
            "autoheal.yaml",
            Workspace.policy("a/web.config\", \"b/web.config") + "exclude: [a/**]\n")
        .file("b/Web.Config", Workspace.BARE);

    assertThat(work.run("apply", "--create", "--verbose").text())
        .contains("b/web.config: skipped: not created next to Web.Config\n");
    assertThat(work.path("a")).doesNotExist();
    assertThat(Files.exists(work.path("b/web.config"))).isEqualTo(isCaseInsensitive());
  }

  private boolean isCaseInsensitive() {
    return Files.exists(temp.resolve("AUTOHEAL.YAML"));
  }

  @Test
  void createsNoIncompleteFile() {
    work.file("autoheal.yaml", Workspace.POLICY.replace("    action: recycle\n", ""));

    Shell.Result result = work.run("apply", "--create");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("[incomplete-trigger]");
    assertThat(work.path("web.config")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git/web.config",
        ".git/hooks/web.config",
        "a/.GIT/web.config",
        ".git./web.config",
        "git~1/web.config",
        "link/web.config",
        "app.config",
        "web.config.bak",
        "pre-commit"
      })
  void createsOnlyWebConfigsAndNothingInGit(String path) throws IOException {
    work.file("autoheal.yaml", Workspace.policy(path)).link("link", ".git/hooks");

    Shell.Result result = work.run("apply", "--create");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains(path + ":1:1: warning: ", "autoheal creates ");
    assertThat(work.path(path)).doesNotExist();
    assertThat(work.run("apply", "--create", "--dry-run").exit()).isEqualTo(1);
  }
}
