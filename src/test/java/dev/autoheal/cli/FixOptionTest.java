package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check --fix} writes and reports, and which command it suggests for the rest. */
class FixOptionTest {
  private static final String HINT = "`autoheal apply` fixes drift.";

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void repository() {
    work = Workspace.in(temp).repository().file("autoheal.yaml", Workspace.POLICY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--unsafe-fixes", "--diff", "--unsafe-fixes --diff", "--diff --unsafe-fixes"})
  void optionsThatNeedFixAreRejectedWithoutIt(String options) {
    String before = Workspace.RIGHT.replace("<memory", "<memmory");
    work.file("web.config", before);
    Shell.Result result = work.run(("check web.config " + options).split(" "));

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("autoheal: missing --fix, which --")
        .contains(" needs; add it\n");
    assertThat(work.read("web.config")).isEqualTo(before);
  }

  @Test
  void unsafeFixesAreMadeOnlyWithBothOptions() {
    work.file("web.config", Workspace.RIGHT.replace("<memory", "<memmory"));

    assertThat(work.run("check").text()).contains("`check --fix --unsafe-fixes` fixes 1.");
    assertThat(work.run("check", "--fix").text())
        .contains("Nothing to fix. `check --fix --unsafe-fixes` fixes 1.");
    assertThat(work.run("check", "--fix", "--unsafe-fixes").text()).contains("1 finding fixed.");
    assertThat(work.read("web.config")).isEqualTo(Workspace.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--fix", "--fix --diff", "--fix --unsafe-fixes", "--fix --unsafe-fixes --diff"})
  void reportsNothingToFix(String options) {
    work.file("web.config", Workspace.RIGHT);
    Shell.Result result = work.run(("check " + options).split(" "));

    assertThat(result.text()).isEqualTo("1 file checked, no findings. Nothing to fix.\n");
    assertThat(result.exit()).isZero();
  }

  @Test
  void reportsNothingToFixIfOnlyApplyHelps() {
    work.file("web.config", Workspace.WRONG);

    assertThat(work.run("check", "--fix").text()).contains(" Nothing to fix. " + HINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "github", "html", "junit"})
  void driftNamesTheCommandThatFixesIt(String format) {
    work.file("web.config", Workspace.WRONG.replace("privateBytesInKB", "PrivateBytesInKB"));

    String diff = work.run("check", "--fix", "--diff", "--report", format).text();
    assertThat(diff.replaceAll("</?code>", "`")).contains("autoheal apply");
    String fix = work.run("check", "--fix", "--report", format).text();
    assertThat(fix).contains("autoheal apply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void driftInAReviewNamesTheCommandThatFixesIt(String format) {
    work.file("web.config", Workspace.RIGHT);
    work.git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.WRONG);

    for (String range : new String[] {"--base HEAD", "--base HEAD --staged"}) {
      work.git("add", ".");
      String review = work.run(("review " + range + " --report " + format).split(" ")).text();
      assertThat(review).contains("autoheal apply");
    }
  }

  @Test
  void summaryNamesNoCommandWithoutDrift() {
    work.file("web.config", Workspace.WRONG);
    work.git("add", ".");
    work.git("commit", "-qm", "x");
    work.file("web.config", Workspace.RIGHT);

    assertThat(work.run("review", "--base", "HEAD").text())
        .contains("no longer found", "Fixed: 1 error.")
        .doesNotContain("`autoheal apply` fixes");
    assertThat(work.run("check", "--fix").text()).doesNotContain("autoheal apply");
  }
}
