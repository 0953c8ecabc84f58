package dev.autoheal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suppressions that a pull request adds as comments. */
class ReviewSuppressionTest extends PullRequest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: [web.config]
          limits: { slowRequests: { count: { max: 50 } } }
          triggers: { slowRequests: { timeTaken: 45s } }
      """;

  private static String ignoring(String rule, String section) {
    return section.replace(
        "<triggers>", "<triggers>\n<!-- autoheal-ignore " + rule + " reason=\"we know\" -->");
  }

  @BeforeEach
  void policy() {
    work.file("autoheal.yaml", POLICY).file("web.config", SECTION);
    base();
  }

  @Test
  void doesNotHideAnErrorOfALimit() {
    work.file("web.config", ignoring("outside-limits", SECTION.replace("\"20\"", "\"200\"")));

    Shell.Result result = review();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.text())
        .contains("autoheal-ignore  outside-limits", "[outside-limits]", "1 new error");
  }

  @Test
  void doesNotHideDrift() {
    work.file("web.config", ignoring("drift", SECTION.replace("00:00:45", "00:01:30")));

    assertThat(review().exit()).isEqualTo(1);
  }

  @Test
  void hidesTheRuleThatItNames() {
    work.file("web.config", ignoring("zero-threshold", SECTION.replace("\"20\"", "\"0\"")));
    assertThat(review().text()).contains("no new findings").doesNotContain("[zero-threshold]");
  }

  @Test
  void appliesIfTheBaseHasIt() {
    work.file("web.config", ignoring("outside-limits", SECTION.replace("\"20\"", "\"200\"")));
    base().file("web.config", work.read("web.config").replace("  <triggers>", "    <triggers>"));

    assertThat(review().exit()).isZero();
  }
}
