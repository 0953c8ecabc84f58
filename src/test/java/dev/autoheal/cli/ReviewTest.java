package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest extends PullRequest {
  private static final String SECTION_KIND = "right";
  private static final String BAD_KIND = "bad";
  private static final String XDT =
      "<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\">";

  private static final String NOTHING = "no new finding, no change";

  private void assertNothingNew(String... states) {
    JsonNode report = json();
    assertThat(report.get("exitCode").asInt()).as(NOTHING).isZero();
    assertThat(states(report)).as(NOTHING).containsExactly(states);
    assertThat(effects(report)).as(NOTHING).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SECTION_KIND, BAD_KIND})
  void nothingIsNewWhenASectionMoves(String kind) {
    String text = text(kind);
    work.file("web.config", text);
    base().file("web.config", text.replace("  <system.web", "\n\n<!-- new -->\n    <system.web"));
    assertNothingNew(remaining(kind));
    work.file("web.config", text.replace("<monitoring>", "<rewrite />\n    <monitoring>"));
    assertNothingNew(remaining(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {SECTION_KIND, BAD_KIND})
  void nothingIsNewWhenAFileMoves(String kind) throws IOException {
    work.file("old/web.config", text(kind));
    base().folder("new/deep");
    Files.move(work.path("old/web.config"), work.path("new/deep/Web.config"));
    assertNothingNew(remaining(kind));
    work.file("new/deep/Web.config", text(kind).replace("<configuration>", "<configuration >"));
    assertNothingNew(remaining(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {SECTION_KIND, BAD_KIND})
  void nothingIsNewWhenLineEndsOrCommentsChange(String kind) {
    work.file("web.config", text(kind));
    base().file("web.config", text(kind).replace("\n", "\r\n"));
    assertNothingNew(remaining(kind));
    work.file("web.config", text(kind).replace("<triggers>", "<triggers><!-- ok -->"));
    assertNothingNew(remaining(kind));
    work.file(
        "web.config", text(kind).replace("Recycle", "recycle").replace("00:02:00", "0.00:02:00"));
    assertNothingNew(remaining(kind));
  }

  private static String text(String kind) {
    return kind.equals(BAD_KIND) ? BAD : SECTION;
  }

  private static String[] remaining(String kind) {
    return kind.equals(BAD_KIND) ? new String[] {"remaining"} : new String[0];
  }

  @Test
  void showsThatATriggerFiresLater() {
    work.file("web.config", SECTION);
    base().file("web.config", SECTION.replace("\"20\"", "\"200\""));

    Shell.Result result = review();
    assertThat(result.text())
        .isEqualTo(
            """
            web.config
              ~ slowRequests  20 over 45 s in 2 min -> 200 over 45 s in 2 min  fires later (line 5)
            1 file reviewed: no new findings. 1 change.
            """);
    assertThat(result.exit()).isZero();
    JsonNode change = json().at("/files/0/changes/0");
    assertThat(change.get("effect").asText()).isEqualTo("fires-later");
    assertThat(change.get("before").asText()).isEqualTo("20");
    assertThat(change.get("after").asText()).isEqualTo("200");
    assertThat(change.get("policy").isNull()).isTrue();
    assertThat(change.get("place").get("path").asText()).isEqualTo("web.config");
    assertThat(change.get("place").get("line").asInt()).isEqualTo(5);
    assertThat(change.get("place").get("column").asInt()).isEqualTo(30);
  }

  @Test
  void showsNewAndRemovedTriggers() {
    work.file("web.config", SECTION);
    base().file("web.config", Workspace.RIGHT.replace("Recycle", "LogEvent"));
    assertThat(effects(json())).containsExactly("action-changed", "new", "gone");
    work.file("web.config", SECTION.replace("<actions value=\"Recycle\" />", ""));
    assertThat(effects(json())).containsExactly("action-changed");
    work.file("web.config", Workspace.BARE);
    assertThat(effects(json())).containsExactly("gone");
    work.git("rm", "-q", "-f", "web.config");
    assertThat(effects(json())).containsExactly("gone");
    base().file("web.config", SECTION);
    assertThat(effects(json())).containsExactly("new", "action-changed");
  }

  @Test
  void failsOnlyForNewFindings() {
    work.file("a/web.config", BAD).file("b/web.config", SECTION).file("c/web.config", BAD);
    base().file("b/web.config", BAD);

    Shell.Result result = review();
    assertThat(result.exit()).isOne();
    assertThat(result.text())
        .contains("b/web.config:5:30: error: invalid count=\"many\"; ")
        .doesNotContain("a/web.config", "c/web.config")
        .endsWith("1 file reviewed: 1 new error.\n");
    assertThat(review("--fail-on", "never").exit()).isZero();

    base().file("a/web.config", BAD + "\n").file("b/web.config", SECTION);
    assertThat(review("--all").exit()).isOne();
    assertThat(review().exit()).isZero();
    assertThat(review().text())
        .contains("b/web.config: no longer found: invalid count=\"many\"; ")
        .doesNotContain("a/web.config")
        .endsWith(
            "no new findings. Remaining: 1 error (--all shows it). Fixed: 1 error. 1 change.\n");
    assertThat(states(json())).containsExactly("remaining", "fixed");
  }

  @Test
  void reportsASecondEqualFindingAsNew() {
    String rule = "<add statusCode=\"500\" count=\"x\" timeInterval=\"00:01:00\" />";
    String one = SECTION.replace("</triggers>", "<statusCode>" + rule + "</statusCode></triggers>");
    work.file("web.config", one);
    base().file("web.config", one.replace(rule, rule + "\n" + rule));

    assertThat(states(json())).contains("new", "remaining");
  }

  @Test
  void comparesWithTheMergeBase() {
    work.file("web.config", SECTION);
    base();
    work.git("checkout", "-q", "-b", "feature");
    work.file("other/web.config", SECTION);
    commit();
    work.git("checkout", "-q", "base");
    work.file("web.config", BAD);
    commit();
    work.git("checkout", "-q", "feature");

    assertThat(paths(json())).containsExactly("other/web.config");
  }

  @Test
  void reviewsTheWorkingTreeOrTheIndex() {
    work.file("web.config", SECTION);
    base().file("web.config", BAD);
    work.git("add", "-A");
    work.file("web.config", SECTION).file("new/web.config", BAD);

    assertThat(work.run("review", "--base", "base", "--staged").text())
        .contains("web.config:5:30: error")
        .doesNotContain("new/");
    assertThat(work.run("review", "--base", "base").text())
        .contains("new/web.config:5:30: error")
        .contains("1 file reviewed");
    assertThat(work.run("review", "--base", "HEAD", "--head", "HEAD").text())
        .isEqualTo("0 files reviewed: no new findings.\n");
  }

  @Test
  void everythingIsNewBeforeTheFirstCommit() {
    work.file("web.config", BAD);
    work.git("add", "-A");
    work.file("web.config", SECTION).file("new/web.config", BAD);

    Shell.Result staged = work.run("review", "--base", "HEAD", "--staged");
    assertThat(staged.exit()).isEqualTo(1);
    assertThat(staged.text())
        .contains("\nweb.config:5:30: error")
        .endsWith("1 file reviewed: 1 new error. 1 change.\n");
    assertThat(work.run("review", "--base", "HEAD").text())
        .contains("new/web.config:5:30: error")
        .contains("2 files reviewed: 1 new error");
    assertThat(work.run("review", "--base", "HEAD", "--head", "HEAD").exit()).isEqualTo(2);
    assertThat(work.run("review", "--base", "main").err())
        .contains("autoheal: unknown revision 'main' in this repository; run `git fetch`\n");
  }

  @Test
  void limitsComeFromTheBase() {
    String policy =
        """
        version: 1
        apps:
          - name: shop
            files: ["web.config"]
            triggers: { memory: { privateBytes: 800MB } }
            limits: { memory: { privateBytes: { max: 1GB } } }
        """;
    work.file("autoheal.yaml", policy).file("web.config", Workspace.RIGHT);
    base()
        .file("autoheal.yaml", policy.replace("800MB", "2GB").replace("1GB", "4GB"))
        .file("web.config", Workspace.config(2097152));

    JsonNode report = json();
    assertThat(report.get("findings").findValuesAsText("rule")).containsExactly("outside-limits");
    assertThat(states(report)).containsExactly("new");
    assertThat(paths(report)).containsExactly("autoheal.yaml", "web.config");
    assertThat(review().text()).startsWith("autoheal.yaml: policy changed\n");
  }

  @Test
  void policyAndSectionMayChangeTogether() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);
    base()
        .file("autoheal.yaml", Workspace.POLICY.replace("800MB", "900MB"))
        .file("web.config", Workspace.config(921600));
    assertThat(json().get("findings")).isEmpty();
    work.file("web.config", Workspace.config(921601));
    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("drift");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: { drift: off }",
        "exceptions: [{ rule: drift, until: 2999-01-01, reason: x }]",
        "exclude: [web.config]"
      })
  void appliesRulesOfTheBaseThatTheHeadLoosens(String more) {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);
    base()
        .file("autoheal.yaml", Workspace.POLICY + more + "\n")
        .file("web.config", Workspace.WRONG);

    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("drift");
    assertThat(review().exit()).isOne();
    base().file("web.config", Workspace.config(700001));
    assertThat(review().exit()).isZero();
  }

  @Test
  void checksAFileThatLosesItsAppByThatApp() {
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.RIGHT);
    base().file("autoheal.yaml", Workspace.policy("x")).file("web.config", Workspace.WRONG);
    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("drift");
    work.git("rm", "-q", "-f", "autoheal.yaml");
    assertThat(json().get("findings").findValuesAsText("rule")).containsExactly("drift");
  }

  @Test
  void reportsThatTheBaseHasNoPolicy() {
    work.file("web.config", Workspace.WRONG);
    base().file("autoheal.yaml", Workspace.POLICY).file("web.config", Workspace.WRONG + "\n");

    Shell.Result result = review();
    assertThat(result.err())
        .contains("the base has no policy, so limits and exceptions come from the head");
    assertThat(result.exit()).isZero();
    assertThat(states(json())).containsExactly("remaining");
    base().file("web.config", Workspace.RIGHT);
    assertThat(review().err()).isEmpty();
  }

  @Test
  void stopsForAnInvalidPolicy() {
    work.file("autoheal.yaml", "version: 2\n").file("web.config", SECTION);
    base().file("web.config", BAD);
    assertThat(review().exit()).isEqualTo(2);
    base().file("autoheal.yaml", "version: 3\n");
    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("autoheal.yaml:1:10: error");
    work.file("autoheal.yaml", Workspace.POLICY).file("web.config", BAD + "\n");
    assertThat(review().err()).contains("a policy of the base is invalid");
  }

  @Test
  void reportsAnExpiredExceptionAsRemaining() {
    String comment = "<!-- autoheal-ignore invalid-number until=2026-01-01 reason=\"x\" -->";
    String text = BAD.replace("<triggers>", "<triggers>" + comment);
    work.file("web.config", SECTION);
    base().file("web.config", text);

    Shell.Result early = review("--today", "2025-12-31", "--fail-on", "info");
    assertThat(early.exit()).isZero();
    JsonNode late = review("--today", "2026-01-02", "--report", "json").json();
    assertThat(late.get("findings").findValuesAsText("rule"))
        .containsExactly("exception-expired", "invalid-number");
    assertThat(states(late)).containsExactly("remaining", "new");
  }

  @Test
  void reviewsTransformsAndSkipsBuildFolders() {
    base()
        .file("bin/web.config", BAD)
        .file(
            "web.Release.config",
            BAD.replace("<configuration>", XDT)
                .replace("<monitoring", "<monitoring xdt:Transform=\"Insert\""))
        .file("web.Fragment.config", BAD)
        .file("notweb.config", BAD);

    JsonNode report = json();
    assertThat(paths(report)).containsExactly("web.Fragment.config", "web.Release.config");
    assertThat(report.get("files").findValuesAsText("status"))
        .containsExactly("findings", "changed");
    assertThat(states(report)).containsExactly("new", "new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "--output=pwned", "HEAD:README"})
  void rejectsARevisionThatIsNotACommit(String revision) {
    base();
    for (String options : List.of("--head=base --base=", "--base=base --head=")) {
      Shell.Result result = work.run(("review " + options + revision).split(" ", -1));
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo(
              "autoheal: unknown revision '%s' in this repository; run `git fetch`\n"
                  .formatted(revision));
    }
    assertThat(work.path("pwned")).doesNotExist();
  }

  @Test
  void reportsMissingOptionsAndAMissingRepository() throws IOException {
    base();
    assertThat(work.run("review").err())
        .startsWith("autoheal: missing --base; add the target branch, e.g. --base origin/main\n");
    assertThat(work.run("review", "--base=base", "--staged", "--head=base").exit()).isEqualTo(2);
    Path none = Files.createTempDirectory("autoheal");
    Shell.Result result = Workspace.in(none).run("review", "--base", "main");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("autoheal: missing git repository; change to a repository\n");
    Files.delete(none);
  }

  @Test
  void skipsALinkOutOfTheRepository() throws IOException {
    work.file("web.config", SECTION);
    base();
    Files.delete(work.path("web.config"));
    work.link("web.config", "/etc/hosts").link("new/web.config", "nowhere");

    Shell.Result result = review("--verbose");
    assertThat(result.exit()).isZero();
    assertThat(result.text())
        .endsWith("Skipped 2 files (a broken link or a link out of the repository).\n");
    base().file("more", "");
    Files.delete(work.path("web.config"));
    work.file("web.config", BAD);
    assertThat(review().text()).contains("web.config:5:30: error");
  }

  @Test
  void handlesManyMovedFiles() throws IOException {
    for (int i = 0; i < 120; i++) {
      work.file("old/%d/web.config".formatted(i), BAD.replace("many", "n" + i));
    }
    base();
    Files.move(work.path("old"), work.path("new"));

    JsonNode report = json();
    assertThat(states(report)).hasSize(120).containsOnly("remaining");
    assertThat(effects(report)).isEmpty();
  }

  @Test
  void handlesManyFindings() {
    String rule = "<add statusCode=\"x\" count=\"1\" timeInterval=\"00:01:00\" />\n";
    String text =
        SECTION.replace(
            "</triggers>", "<statusCode>" + rule.repeat(1000) + "</statusCode></triggers>");
    work.file("web.config", text);
    base().file("web.config", "\n" + text);

    assertThat(states(json())).containsOnly("remaining");
  }

  @Test
  void runsFromAnyFolder() {
    work.file("a/b/web.config", SECTION);
    base().file("a/b/web.config", BAD);
    commit();

    Shell.Result result = Workspace.in(work.path("a")).run("review", "--base", "base");
    assertThat(result.text()).startsWith("a/b/web.config:5:30: error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE-BOM"})
  void readsFilesThatGitStoresInAnotherEncoding(String encoding) {
    String text = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n" + SECTION;
    work.file(".gitattributes", "*.config working-tree-encoding=%s\n".formatted(encoding));
    base().file("web.config", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

    assertThat(json().get("findings")).isEmpty();
    assertThat(work.git("cat-file", "-p", "HEAD:web.config")).contains("<monitoring>");
    assertThat(work.run("review", "--base", "base").exit()).isZero();
  }

  @Test
  void listsAPolicyThatOthersExtend() {
    work.file("platform/common.yaml", "version: 1\n")
        .file("autoheal.yaml", "extends: platform/common.yaml\n" + Workspace.POLICY)
        .file("web.config", Workspace.RIGHT);
    base().file("platform/common.yaml", "version: 1\nexclude: [x]\n").file("some.yaml", "x");
    work.file("web.config", Workspace.RIGHT + "\n");

    assertThat(paths(json())).containsExactly("platform/common.yaml", "web.config");
  }

  @Test
  void ignoresAChangeOfTheEncoding() {
    work.file("web.config", SECTION);
    base().file("web.config", SECTION.getBytes(StandardCharsets.UTF_16));
    JsonNode report = json();
    assertThat(effects(report)).isEmpty();
  }

  /** A reviewer needs only new findings. Only SARIF contains the others too. */
  @ParameterizedTest
  @ValueSource(strings = {"github", "azure", "rdjson", "markdown", "sarif"})
  void otherReportsShowNewFindings(String format) {
    work.file("old/web.config", BAD).file("fixed/web.config", BAD).file("web.config", SECTION);
    base();
    work.file("old/web.config", BAD + "<!-- touched -->\n");
    work.file("fixed/web.config", SECTION);
    work.file("web.config", SECTION.replace("00:02:00", "2m"));
    commit();

    Shell.Result result =
        work.run("review", "--base", "HEAD~1", "--head", "HEAD", "--report", format);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.text()).containsPattern("use 00(:|&#58;)02(:|&#58;)00");
    if (!format.equals("sarif")) {
      assertThat(result.text()).doesNotContain("old/web.config");
    }
  }

  /** Otherwise, nobody would notice a comment that is added together with the finding it hides. */
  @Test
  void listsNewSuppressions() {
    String comment = "<!-- autoheal-ignore invalid-number reason=\"known\" -->";
    String hidden = BAD.replace("<triggers>", "<triggers>" + comment);
    work.file("web.config", SECTION);
    base().file("web.config", hidden);
    assertThat(review().text())
        .contains("  + autoheal-ignore  invalid-number  newly suppressed: known (line 5)\n")
        .endsWith("1 file reviewed: no new findings. 1 change. 1 suppressed.\n");
    assertThat(review().exit()).isZero();

    work.file("web.config", BAD);
    base().file("web.config", hidden);
    JsonNode report = json();
    assertThat(states(report)).isEmpty();
    assertThat(report.at("/files/0/changes/0/attribute").asText()).isEqualTo("autoheal-ignore");
    assertThat(report.at("/files/0/changes/0/after").asText()).isEqualTo("invalid-number");

    base().file("web.config", "\n" + hidden);
    assertThat(effects(json())).isEmpty();
  }

  @Test
  void reviewsASectionInAnotherFile() {
    String source =
        "<monitoring><triggers><memory privateBytesInKB=\"819200\" /></triggers>"
            + "<actions value=\"Recycle\" /></monitoring>";
    work.file("app/config/heal.config", source)
        .file("app/config/web.config", Workspace.BARE)
        .file("app/other.config", "")
        .file(
            "app/web.config",
            Workspace.BARE.replace(
                "r>\n  <", "r><monitoring configSource=\"config\\heal.config\" />\n  <"));
    base().file("app/config/heal.config", source.replace("8192", "9192"));

    JsonNode report = json();
    assertThat(paths(report)).containsExactly("app/web.config");
    assertThat(effects(report)).containsExactly("fires-later");
    assertThat(report.at("/files/0/changes/0/place/path").asText())
        .isEqualTo("app/config/heal.config");
    base().file("app/config/heal.config", source.replace("819200", "many"));
    assertThat(states(json())).containsExactly("new", "remaining");
    base().file("app/other.config", source);
    assertThat(paths(json())).isEmpty();
  }

  @Test
  void ignoresMovedPathsInMessages() throws IOException {
    work.file("old/web.config", SECTION).file("old/sub/web.config", SECTION);
    base();
    Files.move(work.path("old"), work.path("new"));
    assertNothingNew("remaining");
  }

  @Test
  void annotatesTheLineThatChanged() {
    work.file("web.config", SECTION).file("autoheal.yaml", Workspace.POLICY);
    base()
        .file("web.config", SECTION.replace("\"20\"", "\"200\""))
        .file("autoheal.yaml", Workspace.POLICY.replace("recycle", "logEvent"));
    assertThat(review("--report", "github").text())
        .contains(
            "::notice file=web.config,line=5,endLine=5,col=30,endColumn=33,title=autoheal%3A change"
                + "::web.config:5:30: slowRequests: 20 over 45 s in 2 min -> 200 over 45 s in 2 min:"
                + " fires later\n",
            "::notice file=autoheal.yaml,line=5,");
  }

  @Test
  void sarifMarksNewFindings() {
    work.file("web.config", BAD);
    base().file("web.config", BAD.replace("00:02:00", "2m"));
    assertThat(review("--report", "sarif").text())
        .containsSubsequence("\"baselineState\" : \"unchanged\"", "\"baselineState\" : \"new\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "markdown"})
  void everyReportHasTheSummaryOfAReview(String format) {
    work.file("web.config", BAD);
    base().file("web.config", BAD + "\n");
    assertThat(review("--report", format).text().replace("&#58;", ":"))
        .contains("1 file reviewed: no new findings. Remaining: 1 error.");
  }

  @Test
  void reportsTriggersOfARepairedSectionAsNew() {
    String broken = SECTION.replace("</triggers>", "<request /></triggers>");
    work.file("web.config", broken);
    base().file("web.config", "\n" + broken);
    assertThat(effects(json())).isEmpty();
    work.file("web.config", SECTION);
    assertThat(effects(json())).containsExactly("new", "action-changed");
    base().file("web.config", broken);
    assertThat(effects(json())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "github", "markdown"})
  void allShowsRemainingFindings(String format) {
    work.file("web.config", BAD);
    base().file("web.config", BAD + "\n");
    assertThat(review("--report", format).text()).doesNotContain("many");
    Shell.Result all = review("--report", format, "--all");
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.text()).contains("; expected a whole number");
  }

  @Test
  void reportsNoFixesInAnUnreadableFile() {
    work.file("web.config", BAD);
    base().file("web.config", BAD.replace("</configuration>", "<<<<<<< HEAD"));
    assertThat(states(json())).containsExactly("new");
  }

  /** A clone of one branch does not fetch other branches by default. */
  @Test
  void explainsHowToFetchABranchOfARemote() {
    base();
    work.git("remote", "add", "origin", "https://example.com/shop.git");
    assertThat(work.run("review", "--base", "origin/main").err())
        .isEqualTo(
            "autoheal: unknown revision 'origin/main' in this repository;"
                + " run `git fetch origin main:refs/remotes/origin/main`\n");
    for (String other : List.of("other/main", "origin", "origin/$(id)")) {
      assertThat(work.run("review", "--base", other).err()).endsWith("; run `git fetch`\n");
    }
  }
}
