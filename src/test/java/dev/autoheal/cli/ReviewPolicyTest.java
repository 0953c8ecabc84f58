package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pull requests that change a policy. */
class ReviewPolicyTest extends PullRequest {
  private static final String LIMITED =
      """
      version: 1
      defaults:
        limits: { memory: { privateBytes: { max: 1GB } } }
      apps:
        - name: shop
          files: ["web.config"]
          triggers: { memory: { privateBytes: 800MB } }
      """;

  private static final String COMMON = "version: 1\ndefaults: { triggers: { requests: none } }\n";

  @Test
  void listsEachKeyThatChanged() {
    work.file("autoheal.yaml", LIMITED).file("web.config", Workspace.RIGHT);
    base()
        .file("autoheal.yaml", LIMITED.replace("1GB", "4GB").replace("800MB", "900MB"))
        .file("web.config", Workspace.config(921600));

    assertThat(review().text())
        .isEqualTo(
            """
            autoheal.yaml: policy changed
              ~ defaults.limits.memory.privateBytes.max  1GB -> 4GB      applies after the merge (line 3)
              ~ apps.shop.triggers.memory.privateBytes   800MB -> 900MB  applies to this review (line 7)
            web.config
              ~ memory  800 MB (819200 KB) -> 900 MB (921600 KB)  fires later (line 5)
            1 file reviewed, 1 policy change: no new findings. 3 changes.
            """);
    JsonNode change = json().at("/files/0/changes/0");
    assertThat(change.get("kind").asText()).isEqualTo("set");
    assertThat(change.get("trigger").isNull()).isTrue();
    assertThat(change.get("attribute").asText())
        .isEqualTo("defaults.limits.memory.privateBytes.max");
    assertThat(change.get("before").asText()).isEqualTo("1GB");
    assertThat(change.get("after").asText()).isEqualTo("4GB");
    assertThat(change.get("effect").asText()).isEqualTo("none");
    assertThat(change.at("/place/line").asInt()).isEqualTo(3);
  }

  @Test
  void listsANewAndARemovedPolicy() {
    base().file("autoheal.yaml", "version: 1\nrules: { drift: off }\n");
    assertThat(review().text())
        .startsWith(
            """
            autoheal.yaml: policy changed
              + version  1               applies to this review (line 1)
              + rules    { drift: off }  applies to this review (line 2)
            """);
    work.file("web.config", Workspace.RIGHT).file("autoheal.yaml", Workspace.POLICY);
    base();
    work.git("rm", "-q", "autoheal.yaml");
    assertThat(review().text())
        .isEqualTo(
            """
            autoheal.yaml: policy changed
              - policy    gone: after the merge it no longer applies
            web.config
              - app  shop  gone: after the merge no app matches the file
            1 file reviewed, 1 policy change: no new findings. 2 changes.
            """);
  }

  /** An extended policy under another name must not hide that rules are loosened. */
  @Test
  void listsChangesOfAReplacedExtendedPolicy() {
    work.file("platform/base.yaml", COMMON)
        .file("autoheal.yaml", "extends: platform/base.yaml\n" + Workspace.POLICY)
        .file("web.config", Workspace.RIGHT);
    base()
        .file("platform/loose.yaml", COMMON + "rules: { drift: off }\n")
        .file("autoheal.yaml", "extends: platform/loose.yaml\n" + Workspace.POLICY);
    assertThat(review().text())
        .contains(
            "  ~ extends  platform/base.yaml -> platform/loose.yaml  applies to this review; limits"
                + " and exceptions apply after the merge (line 1)\n",
            "platform/loose.yaml: policy changed\n",
            "  + rules     { drift: off }                    applies after the merge (line 3)\n");
    work.git("rm", "-q", "platform/base.yaml");
    assertThat(review().text())
        .contains(
            """
            platform/loose.yaml: policy changed
              + rules  { drift: off }  applies after the merge (line 3)
            """);
  }

  /** Findings by the requirements of another app are new. */
  @Test
  void checksAMovedFolderByItsNewApp() throws IOException {
    String policy =
        Workspace.policy("old/*")
            + """
              - name: others
                files: ["new/*"]
                triggers: { memory: { privateBytes: 900MB } }
            """
                .indent(-2)
                .indent(2);
    work.file("autoheal.yaml", policy).file("old/web.config", Workspace.RIGHT);
    base();
    Files.move(work.path("old"), work.path("new"));
    assertThat(review().text())
        .startsWith(
            """
            new/web.config
              ~ app  shop -> others  another app matches the file at its new path
            new/web.config:5:35: error: privateBytesInKB="819200" (800 MB), but the policy\
             requires 900 MB (921600 KB); run `autoheal apply`\
            """);
    assertThat(states(json())).containsExactly("new");
    Files.move(work.path("new"), work.path("nobodys"));
    assertThat(review().text())
        .startsWith("nobodys/web.config\n  - app  shop  gone: after the merge no app matches");
  }

  @Test
  void ignoresCommentsInAPolicy() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);
    base().file("autoheal.yaml", "# why\n" + Workspace.POLICY.replace("\n", "\r\n"));
    assertThat(paths(json())).isEmpty();
  }

  /** Otherwise, the next check of all files would fail with findings that no review showed. */
  @ParameterizedTest
  @CsvSource({"800MB, 900MB, new", "900MB, 800MB, fixed"})
  void reviewsAllFilesOfAChangedPolicy(String from, String to, String state) {
    work.file("shops/autoheal.yaml", Workspace.policy("*/web.config").replace("800MB", from))
        .file("shops/a/web.config", Workspace.RIGHT)
        .file("shops/b/Web.Config", Workspace.config(5))
        .file("other/web.config", Workspace.WRONG);
    base().file("shops/autoheal.yaml", Workspace.policy("*/web.config").replace("800MB", to));

    JsonNode report = json();
    assertThat(paths(report)).containsExactly("shops/a/web.config", "shops/autoheal.yaml");
    assertThat(states(report)).containsExactly(state);
    assertThat(report.get("findings").findValuesAsText("rule")).containsExactly("drift");
  }

  @Test
  void reviewsAllFilesOfPoliciesThatExtendAChangedPolicy() {
    work.file("platform/common.yaml", COMMON)
        .file("shop/autoheal.yaml", "extends: ../platform/common.yaml\n" + Workspace.POLICY)
        .file("shop/web.config", Workspace.RIGHT)
        .file("blog/web.config", Workspace.RIGHT);
    base().file("platform/common.yaml", COMMON.replace("none", "{ count: 5, timeInterval: 1m }"));

    JsonNode report = json();
    assertThat(paths(report)).containsExactly("platform/common.yaml", "shop/web.config");
    assertThat(states(report)).containsExactly("new");
  }

  @Test
  void appliesLimitsOfTheBaseToANewApp() {
    work.file("autoheal.yaml", LIMITED).file("web.config", Workspace.RIGHT);
    String blog =
        """
          - name: blog
            files: ["blog/web.config"]
            triggers: { memory: { privateBytes: 2GB } }
            limits: { memory: { privateBytes: { max: 9GB } } }
        """;
    base().file("autoheal.yaml", LIMITED + blog).file("blog/web.config", Workspace.config(2097152));
    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("outside-limits");
    work.file("autoheal.yaml", LIMITED.replace("1GB", "2GB"));
    base().file("autoheal.yaml", LIMITED.replace("1GB", "2GB") + blog);
    assertThat(states(json())).containsOnly("fixed");
  }

  @Test
  void appliesLimitsInPercentToANewAppWithAPlan() {
    work.file(
        "autoheal.yaml",
        "version: 1\ndefaults: { limits: { memory: { privateBytes: { max: 50% } } } }\n");
    String app = "apps: [{ name: a, files: [web.config], plan: { memory: 2GB }, triggers: {} }]\n";
    base()
        .file("autoheal.yaml", "version: 1\n" + app)
        .file("web.config", Workspace.config(1048577));
    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("outside-limits");
    work.file("autoheal.yaml", "version: 1\n" + app.replace("plan: { memory: 2GB }, ", ""));
    assertThat(json().get("findings")).isEmpty();
  }

  @Test
  void usesOnlyTheNamedPolicy() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);
    base()
        .file("autoheal.yaml", "version: 2\n")
        .file("web.config", Workspace.config(800000))
        .file("trusted.yaml", Workspace.POLICY.replace("800MB", "800000KB"));
    assertThat(review("--policy", "trusted.yaml", "--report", "json").json().get("findings"))
        .hasSize(1);
    assertThat(review("--policy", "nowhere.yaml").exit()).isEqualTo(2);
  }

  @Test
  void appliesABasePolicyToBothSides() {
    work.file("web.config", Workspace.RIGHT);
    base().file("web.config", Workspace.config(921600)).file("../trusted.yaml", Workspace.POLICY);
    JsonNode report = review("--base-policy", "../trusted.yaml", "--report", "json").json();
    assertThat(report.get("findings").findValuesAsText("rule")).containsExactly("drift");
    assertThat(states(report)).containsExactly("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x: version", "version: 1\nrules: [", "version: 1\n"})
  void ignoresOtherYamlFiles(String yaml) {
    work.file("deploy.yml", "a").file("autoheal.yaml", Workspace.POLICY);
    base().file("deploy.yml", yaml);
    assertThat(paths(json())).isEmpty();
  }

  @Test
  void ignoresAnInvalidPolicyOfOtherFiles() {
    work.file("a/autoheal.yaml", "version: 2\n")
        .file("a/web.config", Workspace.RIGHT)
        .file("b/autoheal.yaml", Workspace.POLICY)
        .file("b/web.config", Workspace.RIGHT);
    base().file("b/autoheal.yaml", Workspace.POLICY.replace("800MB", "1GB"));
    Shell.Result result = review();
    assertThat(result.err()).isEmpty();
    assertThat(result.text()).contains("b/web.config:5:35: error: privateBytesInKB=\"819200\"");
  }
}
