package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apps of a policy that match no file. This is known only if all files are checked. */
class UnmatchedAppsTest {
  private static final String ORDERS = "  - name: orders\n    files: [%s]\n";
  private static final String UNMATCHED = "warning: app 'orders' matches no files; ";

  @TempDir Path temp;

  private Workspace work() {
    return Workspace.in(temp);
  }

  /** Writes a policy in the folder {@code apps} with a second app for files of this pattern. */
  private Workspace apps(String pattern) {
    return work()
        .file("apps/autoheal.yaml", Workspace.policy("shop/**") + ORDERS.formatted(pattern))
        .file("apps/shop/web.config", Workspace.RIGHT)
        .file("apps/shop/admin/web.config", Workspace.RIGHT)
        .file("other/web.config", Workspace.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "apps", "apps/../apps"})
  void areReportedIfTheWholeFolderOfThePolicyIsChecked(String path) {
    Shell.Result result = apps("orders/web.config").run("check", path);
    assertThat(result.text()).startsWith("apps/autoheal.yaml:8:11: " + UNMATCHED);
    assertThat(result.text()).endsWith(": 1 warning.\n");
    assertThat(result.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps/shop", "apps/shop/web.config", "other"})
  void areNotReportedIfOtherFilesMayMatch(String path) {
    assertThat(apps("orders/web.config").run("check", path).text())
        .endsWith("checked, no findings.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "apply"})
  void areNotReportedWhenFilesAreRewritten(String verb) {
    assertThat(apps("orders/web.config").run(verb, "apps").text()).doesNotContain("orders");
  }

  @Test
  void areReportedWhenFilesAreFixed() {
    assertThat(apps("orders/web.config").run("check", "--fix", "apps").text()).contains(UNMATCHED);
  }

  @Test
  void areNotReportedWithTheAppOption() {
    assertThat(apps("orders/web.config").run("check", "--app", "shop", "apps").text())
        .endsWith("checked, no findings.\n");
  }

  @Test
  void appMatchesAnExcludedFile() {
    apps("orders/web.config").file("apps/orders/web.config", Workspace.RIGHT);
    work().file("apps/autoheal.yaml", work().read("apps/autoheal.yaml") + "exclude: [orders/**]\n");

    assertThat(work().run("check", "apps").text())
        .endsWith("no findings. Skipped 1 file that the policy excludes.\n");
  }

  @Test
  void appMatchesABrokenLink() throws IOException {
    apps("orders/web.config").link("apps/orders/web.config", "/nowhere/web.config");

    assertThat(work().run("check", "apps").text())
        .contains("apps/orders/web.config", "[unresolved-section]")
        .doesNotContain(UNMATCHED);
  }

  @Test
  void appMatchesAMalformedFile() {
    apps("orders/web.config").file("apps/orders/web.config", Workspace.BROKEN);

    assertThat(work().run("check", "apps").text()).doesNotContain(UNMATCHED);
  }

  @Test
  void appDoesNotMatchAFileOfAnEarlierApp() {
    assertThat(apps("shop/admin/web.config").run("check", "apps").text()).contains(UNMATCHED);
  }

  @Test
  void appDoesNotMatchAFileUnderAnotherPolicy() {
    apps("\"orders/**\"")
        .file("apps/orders/autoheal.yaml", Workspace.POLICY)
        .file("apps/orders/web.config", Workspace.RIGHT);

    assertThat(work().run("check", "apps").text())
        .contains("apps/autoheal.yaml:8:11: " + UNMATCHED)
        .doesNotContain("apps/orders/autoheal.yaml");
  }

  @Test
  void areNotReportedForAnExtendedPolicy() {
    work()
        .file("platform/autoheal.yaml", Workspace.policy("none/**"))
        .file(
            "shop/autoheal.yaml",
            "version: 1\nextends: ../platform/autoheal.yaml\napps:\n"
                + ORDERS.formatted("web.config"))
        .file("shop/web.config", Workspace.RIGHT);

    assertThat(work().run("check").text()).endsWith("checked, no findings.\n");
  }

  @Test
  void areReportedForThePolicyOption() {
    work().file("tools/autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);

    assertThat(work().run("check", "--policy", "tools/autoheal.yaml").text())
        .startsWith("tools/autoheal.yaml:3:11: warning: app 'shop' matches no files; ");
  }

  @Test
  void affectTheExitCodeByTheirSeverity() {
    apps("orders/web.config");
    assertThat(work().run("check", "apps", "--fail-on", "warning").exit()).isEqualTo(1);

    String policy = work().read("apps/autoheal.yaml");
    work().file("apps/autoheal.yaml", policy + "rules: { app-unmatched: error }\n");
    assertThat(work().run("check", "apps").exit()).isEqualTo(1);

    work().file("apps/autoheal.yaml", policy + "rules: { app-unmatched: off }\n");
    assertThat(work().run("check", "apps").text()).doesNotContain("orders");
  }
}
