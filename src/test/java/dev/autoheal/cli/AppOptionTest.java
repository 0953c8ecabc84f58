package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppOptionTest {
  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void policyOfTwoApps() {
    work = Workspace.in(temp);
    work.file(
        "autoheal.yaml",
        Workspace.POLICY
            + """
              - name: admin
                files: ["admin/**"]
                action: recycle
                triggers:
                  memory: { privateBytes: 1GB }
            """);
  }

  @Test
  void overridesThePatternsOfThePolicy() {
    work.file("web.config", Workspace.RIGHT).file("publish/web.config", Workspace.WRONG);

    assertThat(work.run("check", "web.config").exit()).isZero();
    assertThat(work.run("check", "web.config", "--app", "admin").text())
        .startsWith("web.config:5:35: error: ")
        .contains("1 GB (1048576 KB); run `autoheal apply` (autoheal.yaml:12)");
    assertThat(work.run("diff", "publish").text()).contains("that no app of the policy matches.");
    assertThat(work.run("apply", "publish", "--app=shop").exit()).isZero();
    assertThat(work.read("publish/web.config")).isEqualTo(Workspace.RIGHT);
  }

  @Test
  void createsASectionInAFileOutsideThePatterns() {
    work.file("web.config", Workspace.RIGHT).file("publish/web.config", Workspace.BARE);

    assertThat(work.run("apply", "publish", "--app", "shop").exit()).isZero();
    assertThat(work.read("publish/web.config")).contains("privateBytesInKB=\"819200\"");
  }

  @Test
  void createsNoSectionBelowTheRootFile() {
    work.file("publish/web.config", Workspace.BARE)
        .file("publish/sub/web.config", Workspace.BARE)
        .file("publish/old/deep/web.config", Workspace.WRONG);

    assertThat(work.run("apply", "publish", "--app", "shop", "--verbose").text())
        .contains("publish/sub/web.config: skipped: below publish/web.config,")
        .contains("2 of 2 files changed.");
    assertThat(work.read("publish/sub/web.config")).isEqualTo(Workspace.BARE);
    assertThat(work.run("apply", "publish/sub/web.config", "--app", "shop").text())
        .contains("1 of 1 file changed.");
  }

  @Test
  void createsOnlyTheFilesOfThatApp() {
    work.file("autoheal.yaml", work.read("autoheal.yaml").replace("admin/**", "admin/web.config"));

    assertThat(work.run("apply", "--create", "--app", "admin").exit()).isZero();
    assertThat(work.path("web.config")).doesNotExist();
    assertThat(work.read("admin/web.config")).contains("privateBytesInKB=\"1048576\"");
  }

  @Test
  void rejectsAnUnknownApp() {
    work.file("web.config", Workspace.WRONG);

    for (String verb : new String[] {"check", "diff", "apply"}) {
      Shell.Result result = work.run(verb, "--app", "Shop");
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo("autoheal: unknown app 'Shop' in the policy; did you mean 'shop'?\n");
    }
    assertThat(work.read("web.config")).isEqualTo(Workspace.WRONG);
  }

  @Test
  void requiresAPolicyEvenInCheck() {
    Workspace other = Workspace.in(temp.resolve("other")).file("web.config", Workspace.RIGHT);

    Shell.Result result = other.run("check", "--app", "shop");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).startsWith("autoheal: missing policy: ");
    assertThat(other.run("check", "--app", "shop", "--policy", "../autoheal.yaml").exit()).isZero();
    assertThat(other.run("check", "--app", "admin", "--policy", "../autoheal.yaml").exit())
        .isEqualTo(1);
  }

  @Test
  void skipsExcludedFiles() {
    work.file("autoheal.yaml", Workspace.POLICY + "exclude: [old/**]\n")
        .file("old/web.config", Workspace.WRONG);

    assertThat(work.run("check", "old/web.config", "--app", "shop").text())
        .contains("Skipped 1 file that the policy excludes.\n");
  }

  @Test
  void appliesToStandardInput() {
    Shell.Result result =
        work.shell()
            .reading(Workspace.WRONG.getBytes(UTF_8))
            .run("check", "-", "--app", "admin", "--stdin-filename", "any/name.xml");

    assertThat(result.text()).startsWith("any/name.xml:5:35: ").contains("1048576");
  }
}
