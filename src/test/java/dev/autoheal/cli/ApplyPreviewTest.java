package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output of {@code check} and {@code diff} that predicts what {@code apply} does. */
class ApplyPreviewTest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["**/web.config"]
          plan: { sku: P1V3, bitness: 32 }
          triggers: { memory: { privateBytes: 50% } }
      """;

  @TempDir Path temp;
  private Workspace work;

  @BeforeEach
  void folder() {
    work = Workspace.in(temp).repository();
  }

  @Test
  void diffReportsFindingsThatTheChangeCauses() {
    work.file("web.config", Workspace.config(819200)).file("autoheal.yaml", POLICY);

    assertThat(work.run("check").text()).doesNotContain("memory-above-32-bit");
    assertThat(work.run("diff").text())
        .contains("privateBytesInKB=\"4194304\" (4 GB), but a 32-bit worker may get only 2 GB")
        .contains("[memory-above-32-bit]")
        .endsWith("Remaining: 1 warning.\n");
    assertThat(work.run("apply").text()).endsWith("Remaining: 1 warning.\n");
  }

  @Test
  void checkCountsOnlyFindingsThatApplyFixes() {
    work.file("web.config", Workspace.config(3000000)).file("autoheal.yaml", POLICY);

    assertThat(work.run("check").text())
        .contains("1 error, 1 warning. `autoheal apply` fixes 1.\n");
  }

  @Test
  void diffAndApplyIgnoreABrokenFileOfAnAppWithoutSettings() {
    work.file("web.config", Workspace.RIGHT.replace("triggers", "trigers"));
    work.file("autoheal.yaml", "version: 1\napps: [{ name: a, files: [web.config] }]\n");

    assertThat(work.run("check").exit()).isEqualTo(1);
    assertThat(work.run("diff").text()).doesNotContain("not rewritten", "brought to");
    assertThat(work.run("apply").text()).contains("1 file checked, nothing to change.");
  }

  @Test
  void secretInThePolicyIsReportedThere() {
    work.file("web.config", Workspace.RIGHT);
    work.file(
        "autoheal.yaml",
        """
        version: 1
        defaults:
          action: { customAction: { exe: 'D:\\home\\x.exe', parameters: '--password=hunter2' } }
        apps:
          - { name: a, files: [web.config] }
          - { name: b, files: [b/web.config] }
        """);

    assertThat(work.run("check").text())
        .containsOnlyOnce("secret-in-parameters")
        .contains(
            "autoheal.yaml:3:11: error: customAction contains a password; revoke it and use an app setting")
        .doesNotContain("hunter2");
  }
}
