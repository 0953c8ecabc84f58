package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest extends PullRequest {
  private static final String PLAN = "    plan: { memory: 2GB }\n    action: recycle\n";

  @BeforeEach
  void driftingFile() {
    work.file("autoheal.yaml", Workspace.policy("**")).file("web.config", Workspace.WRONG);
  }

  private String html(String command) {
    return work.run((command + " --report html").split(" ", -1)).text();
  }

  private Document page(String command) {
    return HtmlPageReader.examined(html(command));
  }

  private static List<String> texts(Element page, String query) {
    return page.select(query).eachText();
  }

  @Test
  void startsWithTheResult() {
    Document page = page("check");

    assertThat(page.title()).isEqualTo("autoheal check: findings");
    assertThat(texts(page, "h1, .summary"))
        .containsExactly(
            "autoheal check: findings", "1 file checked: 1 error. autoheal apply fixes 1.");
    assertThat(texts(page, "dl > div"))
        .containsExactly("checked 1", "errors 1", "warnings 0", "notes 0", "changes 1");
    assertThat(texts(page, "h2"))
        .containsExactly(
            "Changes that autoheal apply would make",
            "Findings",
            "When the triggers fire",
            "Rules of these findings");
  }

  @Test
  void explainsAChange() {
    Document page = page("diff");

    assertThat(texts(page, ".changes tbody tr > *"))
        .containsExactly(
            "memory",
            "683.59 MB (700000 KB)",
            "800 MB (819200 KB)",
            "→ fires later",
            "autoheal.yaml:7");
    assertThat(texts(page, ".beside del, .beside ins")).containsExactly("\"700000\"", "\"819200\"");
  }

  @Test
  void showsOnlyTheSectionBeforeAndAfter() {
    work.file("web.config", Workspace.WRONG.replace("<monitoring>", "<unrelated /><monitoring>"));
    Document page = page("diff");

    assertThat(page.select(".beside td").eachAttr("data-line"))
        .containsExactly("3", "3", "4", "4", "5", "5", "6", "6", "7", "7", "8", "8");
    assertThat(page.text()).doesNotContain("unrelated");
  }

  @Test
  void showsEachFindingWithItsPlaceAndRule() {
    Element finding = page("check").select("#list > li").first();

    assertThat(texts(finding, "h3, .where > *, .excerpt, mark, .note"))
        .containsExactly(
            "error privateBytesInKB=\"700000\" (683.59 MB), but the policy requires 800 MB"
                + " (819200 KB); run `autoheal apply`",
            "web.config:5:35",
            "drift",
            "shop",
            "<memory privateBytesInKB=\"700000\" />",
            "700000",
            "autoheal.yaml:7 required here");
    assertThat(texts(page("check"), "#rule-drift")).containsExactly("drift");
  }

  @Test
  void isShortWithoutFindings() {
    work.file("web.config", Workspace.RIGHT);
    Document page = page("check");

    assertThat(texts(page, "h1, h2"))
        .containsExactly("autoheal check: clean", "When the triggers fire");
    assertThat(page.getElementById("filters")).isNull();
  }

  @Test
  void reportsWhyARunFailed() {
    assertThat(texts(page("check gone"), "#errors li"))
        .containsExactly("error gone does not exist");
    work.file("autoheal.yaml", "version: 1\napps:\n  - name: x\n");

    Document page = page("check");
    assertThat(page.select("h1").text()).isEqualTo("autoheal check: error");
    assertThat(texts(page, "#errors code").get(0)).startsWith("autoheal.yaml:3:");
  }

  @Test
  void reportsFilesThatAreNotRewritten() {
    work.file("web.config", Workspace.WRONG.replace("<memory", "<memori"));

    assertThat(texts(page("diff"), "#left li").get(0)).startsWith("web.config not rewritten: ");
  }

  @Test
  void drawsATriggerBeforeAndAfter() {
    work.file("autoheal.yaml", Workspace.policy("**").replace("    action: recycle\n", PLAN));
    Element memory = page("diff").select(".rows li").first();

    assertThat(texts(memory, "div > *"))
        .containsExactly("memory", "683.59 MB (700000 KB)", "800 MB (819200 KB)");
    assertThat(texts(memory, "title"))
        .containsExactly(
            "memory: before: 683.59 MB (700000 KB); after: 800 MB (819200 KB);"
                + " the platform recycles at 1.8 GB; an instance has 2 GB");
    assertThat(memory.select(".bytes")).hasSize(2);
    assertThat(memory.select(".bytes.ghost")).hasSize(1);
  }

  @Test
  void drawsTimesOnOneScale() {
    work.file("web.config", SECTION);
    Element slow = page("check").select(".rows li").first();

    assertThat(texts(slow, "title"))
        .containsExactly(
            "slowRequests: 20 over 45 s in 2 min, on average 1 per 6 s;"
                + " the front end ends a request after about 230 s");
    assertThat(slow.select(".pace").attr("x1")).isEqualTo(slow.select(".bar").attr("x1"));
    assertThat(slow.select(".window").attr("cx")).isEqualTo(slow.select(".bar").attr("x2"));
  }

  @Test
  void drawsNoBarForATriggerThatOneEventFires() {
    work.file("web.config", SECTION.replace("\"20\"", "\"1\""));
    Element slow = page("check").select(".rows li").first();

    assertThat(slow.select(".bar, .pace")).isEmpty();
    assertThat(texts(slow, "a")).containsExactly("warning hair-trigger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "00:00:00", "#{count}#", "99999999999999999999"})
  void drawsATriggerWithoutAnInvalidInterval(String interval) {
    work.file("web.config", SECTION.replace("00:02:00", interval));

    assertThat(page("check").select(".rows li")).hasSize(1);
    assertThat(page("check").select(".rows .window")).isEmpty();
  }

  @Test
  void reportsATriggerThatItCannotDraw() {
    work.file("web.config", Workspace.WRONG.replace("700000", "lots"));

    assertThat(texts(page("check"), ".rows li > *").get(1)).startsWith("not drawn: ");
  }

  @Test
  void showsNewRemainingAndFixedFindingsOfAReview() {
    work.file("autoheal.yaml", "version: 1\napps: []\n").file("web.config", BAD);
    work.file("b/web.config", SECTION);
    base().file("web.config", SECTION.replace("\"20\"", "\"1\""));
    work.file("b/web.config", SECTION.replace("00:00:45", "00:10:00"));
    Document page = HtmlPageReader.examined(review("--report", "html").text());

    assertThat(texts(page, ".where b")).containsExactly("new", "new", "remaining", "fixed");
    assertThat(texts(page, "#state option"))
        .containsExactly("all", "fixed (1)", "new (2)", "remaining (1)");
    assertThat(texts(page, ".beside del")).containsExactly("\"00:00:45\"", "\"many\"");
    assertThat(page.select(".rows .taken.ghost")).hasSize(2);
  }

  @Test
  void showsPendingFixes() {
    work.file("web.config", SECTION.replace("00:02:00", "00:60:00"));
    Document page = page("check --fix --diff");

    assertThat(texts(page, "#changes h2, #changes .where"))
        .containsExactly(
            "Fixes that would be made", "web.config:5:69 use 01:00:00 invalid-time-span");
    assertThat(texts(page, ".beside ins")).containsExactly("\"01:00:00\"");
  }

  @Test
  void offersEachSeverityAsAFilter() {
    work.file("x/web.config", BAD.replace("00:02:00", "00:00:30"));
    Document page = page("check");

    assertThat(texts(page, "#severity option")).containsExactly("all", "error (3)", "warning (1)");
    assertThat(page.getElementById("state")).isNull();
    assertThat(page.getElementById("filters").hasAttr("hidden")).isTrue();
    assertThat(page.getElementById("count").text()).isEqualTo("showing all 4");
  }

  @Test
  void isReproducibleAndNamesNoFolder() {
    assertThat(html("check")).isEqualTo(html("check")).doesNotContain(temp.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "--><svg onload=alert(1)>",
        "]]><iframe src=javascript:alert(1)>",
        "javascript:alert(1)",
        "<a href=https://evil.example>x</a>",
        "&lt;b&gt;",
        "##vso[task.setvariable variable=a]b",
        "::error::x",
        "<meta http-equiv=refresh content=0>",
        "<base href=https://evil.example>",
      })
  void escapesMarkup(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    work.file("web.config", Workspace.WRONG.replace("700000", escaped));
    String yaml = text.replace("'", "''");
    work.file("autoheal.yaml", Workspace.policy("**").replace("shop", "'" + yaml + "'"));

    for (String command : List.of("check", "diff")) {
      Document page = page(command);
      assertThat(texts(page, "article h3 .muted").get(0)).contains(text.strip());
      assertThat(page.select("mark, del").eachText().get(0)).contains(escaped);
    }
  }

  @Test
  void limitsLongListsAndShowsTheTotal() {
    for (int i = 0; i < 600; i++) {
      work.file("x%03d/web.config".formatted(i), Workspace.WRONG);
    }
    Document page = page("diff");
    assertThat(texts(page, "#changes > p")).containsExactly("showing 200 of 601 files");
    assertThat(texts(page, "#triggers > p").get(1)).isEqualTo("showing 100 of 601 files");

    page = page("check");
    assertThat(page.getElementById("count").text())
        .isEqualTo("showing 500 of 601, the most severe first");
    assertThat(page.select("#list > li")).hasSize(500);
  }

  @Test
  void hasEveryFindingOfTheJsonReport() {
    work.file("a/web.config", BAD).file("b/web.config", Workspace.BROKEN);
    work.file("c/web.config", SECTION.replace("Recycle", "Restart"));
    JsonNode json = work.run("check", "--report", "json").json();

    assertThat(HtmlPageReader.messages(page("check")))
        .containsExactlyInAnyOrderElementsOf(
            json.get("findings").findValuesAsText("message").stream()
                .filter(m -> !m.equals("required here"))
                .toList());
  }

  @Test
  void drawsTheTimeoutThatEndsARequestFirst() {
    String slow = "<slowRequests count=\"9\" timeTaken=\"00:03:00\" timeInterval=\"00:10:00\" />";
    String text = Workspace.RIGHT.replace("<triggers>", "<triggers>" + slow);
    work.file(
        "web.config",
        text.replace("<monitoring>", "<httpPlatform processPath=\"x\" /><monitoring>"));
    String words = page("check").select(".rows title").first().text();
    assertThat(words).endsWith("requestTimeout of <httpPlatform> ends a request after 2 min");
    work.file("web.config", text);
    words = page("check").select(".rows title").first().text();
    assertThat(words).endsWith("the front end ends a request after about 230 s");
  }
}
