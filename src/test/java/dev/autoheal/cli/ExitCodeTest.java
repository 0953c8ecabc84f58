package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
  /** A file whose only finding is a note about a placeholder. */
  private static final String TOKEN = Workspace.RIGHT.replace("819200", "#{Memory}#");

  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp);
  }

  private int exit(String... arguments) {
    return work().run(arguments).exit();
  }

  @Test
  void isZeroWithoutFindings() {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);

    assertThat(exit("check")).isZero();
    assertThat(exit("diff")).isZero();
    assertThat(exit("apply")).isZero();
    assertThat(exit("apply", "--dry-run")).isZero();
    assertThat(exit("schema", "policy")).isZero();
    assertThat(exit("generate-completion")).isZero();
  }

  @Test
  void isOneForDriftAndPendingChangesAndZeroOnceApplied() {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);

    assertThat(exit("check")).isEqualTo(1);
    assertThat(exit("diff")).isEqualTo(1);
    assertThat(exit("apply", "--dry-run")).isEqualTo(1);
    assertThat(work().read("web.config")).isEqualTo(Workspace.WRONG);
    assertThat(exit("apply")).isZero();
    assertThat(work().read("web.config")).isEqualTo(Workspace.RIGHT);
    assertThat(exit("check")).isZero();
    assertThat(exit("diff")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void isOneForABrokenFileWhileOthersAreProcessed(String verb) {
    work()
        .file("autoheal.yaml", Workspace.policy("**/web.config"))
        .file("a/web.config", Workspace.BROKEN)
        .file("b/web.config", Workspace.WRONG);

    Shell.Result result = work().run(verb);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("a/web.config:1:1: error: ", "b/web.config");
    assertThat(work().read("a/web.config")).isEqualTo(Workspace.BROKEN);
    assertThat(work().read("b/web.config"))
        .isEqualTo(verb.equals("apply") ? Workspace.RIGHT : Workspace.WRONG);
  }

  @ParameterizedTest
  @CsvSource({
    "broken, error, 1", "broken, warning, 1", "broken, info, 1", "broken, never, 0",
    "token, error, 0", "token, warning, 0", "token, info, 1", "token, never, 0",
    "right, info, 0", "right, never, 0", "broken, NEVER, 0", "token, Info, 1"
  })
  void followsFailOnInCheck(String kind, String threshold, int expected) {
    String content =
        switch (kind) {
          case "broken" -> Workspace.BROKEN;
          case "token" -> TOKEN;
          default -> Workspace.RIGHT;
        };
    work().file("web.config", content);

    assertThat(exit("check", "--fail-on", threshold)).isEqualTo(expected);
    assertThat(exit("check", "--fail-on=" + threshold, "web.config")).isEqualTo(expected);
  }

  @Test
  void isOneForPendingChangesAndBrokenFilesRegardlessOfFailOn() {
    work().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG);
    assertThat(exit("diff", "--fail-on", "never")).isEqualTo(1);
    assertThat(exit("apply", "--fail-on", "never", "--dry-run")).isEqualTo(1);

    work().file("web.config", Workspace.BROKEN);
    assertThat(exit("check", "--fail-on", "never")).isZero();
    assertThat(exit("diff", "--fail-on", "never")).isEqualTo(1);
    assertThat(exit("apply", "--fail-on", "never")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void isTwoWithoutFilesToCheck(String verb) {
    work().file("autoheal.yaml", Workspace.POLICY).folder("empty");

    assertThat(work().run(verb, "gone").err()).isEqualTo("autoheal: gone does not exist\n");
    assertThat(exit(verb, "gone")).isEqualTo(2);
    assertThat(exit(verb, "empty")).isEqualTo(2);
    assertThat(work().run(verb, "empty").err())
        .isEqualTo(
            "autoheal: no web.config in empty; name a file or another folder, or use"
                + " --allow-no-files\n");
    assertThat(work().run(verb).err()).contains("no web.config in the current folder");
  }

  @Test
  void isZeroWithoutFilesIfThatIsAllowed() {
    work().folder("empty");

    Shell.Result result = work().run("check", "--allow-no-files", "empty");
    assertThat(result.exit()).isZero();
    assertThat(result.text()).isEqualTo("0 files checked, no findings.\n");
    assertThat(exit("check", "--allow-no-files", "gone")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "apply"})
  void isZeroIfEveryFileIsExcluded(String verb) {
    work()
        .file("autoheal.yaml", Workspace.POLICY + "exclude: [\"**\"]\n")
        .file("web.config", Workspace.BROKEN)
        .file("sub/web.config", Workspace.BROKEN);

    Shell.Result result = work().run(verb);
    assertThat(result.exit()).isZero();
    assertThat(result.text()).contains("Skipped 2 files that the policy excludes.\n");
    assertThat(work().run(verb, "web.config").text())
        .contains("Skipped 1 file that the policy excludes.\n");
  }

  @Test
  void isTwoIfARequiredPolicyIsMissing() {
    work().file("web.config", Workspace.RIGHT);

    assertThat(exit("check")).isZero();
    for (String verb : new String[] {"diff", "apply"}) {
      Shell.Result result = work().run(verb);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo(
              "autoheal: missing policy: no autoheal.yaml in the folders of the files or above;"
                  + " run `autoheal init` or use --policy\n");
    }
  }

  @Test
  void isThreeIfAReportCannotBeWrittenButTheTextIsPrinted() {
    work().file("web.config", Workspace.RIGHT);

    Shell.Result result = work().run("check", "--report", "json=no/such/folder.json");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.text()).isEqualTo("1 file checked, no findings.\n");
    assertThat(result.err())
        .startsWith("autoheal: cannot write the json report to ")
        .endsWith("folder.json: the file or folder does not exist\n");
    assertThat(exit("schema", "policy", "-o", "no/such/folder.json")).isEqualTo(3);
  }

  @Test
  void isTheHighestOfSeveral() {
    work()
        .file("autoheal.yaml", Workspace.POLICY)
        .file("web.config", Workspace.BROKEN)
        .file("sub/autoheal.yaml", "version: 2\n")
        .file("sub/web.config", Workspace.RIGHT);

    assertThat(exit("check", "web.config")).isEqualTo(1);
    assertThat(exit("check")).isEqualTo(2);
    assertThat(exit("check", "web.config", "--report", "json=no/such/folder.json")).isEqualTo(3);
  }
}
