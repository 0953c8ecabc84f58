package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in folders that a search skips unless a policy names them without a wildcard. */
class ReviewLeftOutTest extends PullRequest {
  private static final String REPLACE =
      "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">"
          + "<system.webServer><monitoring xdt:Transform=\"Replace\"><triggers>"
          + "<memory privateBytesInKB=\"700000\" /></triggers><actions value=\"Recycle\" />"
          + "</monitoring></system.webServer></configuration>\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "packages/web.config",
        "packages/shop/web.config",
        "Bin/a/obj/b/Web.config",
        "src/Views/web.config",
        "node_modules/target/web.config"
      })
  void exactPatternIncludesAFile(String path) {
    work.file("autoheal.yaml", Workspace.policy(path)).file(path, Workspace.RIGHT);
    base().file(path, Workspace.WRONG);

    assertThat(work.run("check").text()).startsWith(path + ":5:35: error: ");
    for (String side : new String[] {"--head=HEAD", "--staged", "--all"}) {
      assertThat(review().exit()).isEqualTo(1);
      Shell.Result result = work.run("review", "--base", "base", side);
      assertThat(result.exit()).as(side).isEqualTo(1);
      assertThat(result.text()).as(side).contains(path + ":5:35: error: ");
    }
  }

  @Test
  void exactPatternIncludesTransformsInTheSameFolder() {
    work.file("autoheal.yaml", Workspace.policy("packages/shop/web.config"))
        .file("packages/shop/web.config", Workspace.RIGHT);
    base().file("packages/shop/Web.Release.config", REPLACE);

    assertThat(paths(json())).containsExactly("packages/shop/Web.Release.config");
    assertThat(work.run("check", "--report", "json").json().get("files")).hasSize(2);
  }

  @Test
  void patternWithAWildcardIncludesNoFile() {
    work.file("autoheal.yaml", Workspace.policy("packages/*/web.config"));
    base().file("packages/shop/web.config", Workspace.WRONG);

    assertThat(review().text()).startsWith("0 files reviewed");
    assertThat(work.run("check", "--allow-no-files").text()).doesNotContain("shop/web.config");
  }

  @Test
  void newExactPatternIncludesAnUnchangedFile() {
    work.file("autoheal.yaml", Workspace.policy("other/web.config"))
        .file("packages/shop/web.config", Workspace.WRONG);
    base().file("autoheal.yaml", Workspace.policy("packages/shop/web.config"));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text()).contains("packages/shop/web.config:5:35: error: ");
  }

  @Test
  void changedPolicyAppliesToAnUnchangedFile() {
    String policy = Workspace.policy("packages/shop/web.config");
    work.file("autoheal.yaml", policy).file("packages/shop/web.config", Workspace.RIGHT);
    base().file("autoheal.yaml", policy.replace("800MB", "900MB"));

    assertThat(review().text()).contains("packages/shop/web.config:5:35: error: ");
  }

  @Test
  void exactPatternIncludesAnIgnoredFile() {
    work.file("autoheal.yaml", Workspace.policy("packages/shop/web.config"))
        .file(".gitignore", "packages/\n")
        .file("packages/shop/web.config", Workspace.WRONG);

    assertThat(paths(work.run("check", "--report", "json").json()))
        .containsExactly("packages/shop/web.config");
  }

  @Test
  void exactPatternIncludesAFileInALinkedFolder() throws IOException {
    work.file("autoheal.yaml", Workspace.policy("apps/web.config"))
        .file("real/web.config", Workspace.WRONG)
        .link("apps", "real");

    assertThat(work.run("check").text()).contains("apps/web.config:5:35: error: ");
  }
}
