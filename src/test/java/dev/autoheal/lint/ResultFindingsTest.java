package dev.autoheal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rules.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultFindingsTest {
  private static final String BASE =
      """
      <monitoring>
        <triggers>
          <slowRequests count='20' timeTaken='00:01:00' timeInterval='00:05:00' />
        </triggers>
        <actions value='Recycle' />
      </monitoring>
      """;

  private static String patch(String triggers) {
    return "<monitoring><triggers>\n" + triggers + "</triggers></monitoring>";
  }

  /** Returns {@code rule path:line} of each finding. */
  private static List<String> findings(RuleContext transform, Map<String, RuleSetting> settings) {
    return Located.findings(RuleTester.verdict(transform, settings)).stream()
        .map(ResultFindingsTest::words)
        .toList();
  }

  private static List<String> findings(RuleContext transform) {
    return findings(transform, Map.of());
  }

  private static String words(ReportedFinding finding) {
    return finding.rule() + " " + finding.location().path() + ":" + finding.location().line();
  }

  @Test
  void pointToTheValueThatTheTransformSets() {
    String sets = "<slowRequests timeInterval='00:60:00' xdt:Transform='SetAttributes' />";
    assertThat(findings(RuleTester.transform(patch(sets), BASE)))
        .containsExactly("invalid-time-span Web.Test.config:3");
  }

  @Test
  void pointToTheOperationWithoutAValue() {
    String removes = "<monitoring>\n<triggers xdt:Transform='Remove' /></monitoring>";
    RuleContext transform = RuleTester.transform(removes, BASE);
    assertThat(findings(transform)).containsExactly("no-triggers Web.Test.config:3");
    assertThat(Located.findings(RuleTester.verdict(transform)).get(0).related())
        .extracting(related -> related.location().path())
        .contains("web.config");
  }

  @Test
  void omitFindingsOfTheBase() {
    String wrong = BASE.replace("00:05:00", "00:60:00");
    String sets = "<slowRequests count='30' xdt:Transform='SetAttributes(count)' />";
    assertThat(findings(RuleTester.transform(patch(sets), wrong))).isEmpty();
  }

  @Test
  void omitFindingsOfAnEarlierTransform() {
    String breaks = "<slowRequests timeInterval='00:60:00' xdt:Transform='SetAttributes' />";
    String sets = "<slowRequests count='30' xdt:Transform='SetAttributes(count)' />";
    assertThat(findings(RuleTester.transform(patch(sets), BASE, patch(breaks)))).isEmpty();
  }

  @Test
  void areReportedOnce() {
    String whole = BASE.replace("<monitoring>", "<monitoring xdt:Transform='Replace'>");
    String hair = whole.replace("'20'", "'1'");
    assertThat(findings(RuleTester.transform(hair, BASE)))
        .containsExactly("hair-trigger Web.Test.config:4");
  }

  @Test
  void reportASecondSectionOnlyOnce() {
    String inserts = BASE.replace("<monitoring>", "<monitoring xdt:Transform='Insert'>");
    assertThat(findings(RuleTester.transform(inserts, BASE)))
        .containsExactly("transform-duplicates Web.Test.config:2");
  }

  @Test
  void omitRulesForIisExpress() {
    String inserts = BASE.replace("<monitoring>", "<monitoring xdt:Transform='Insert'>");
    Map<String, RuleSetting> on = Map.of("breaks-local-iis", RuleSetting.ERROR);
    assertThat(findings(RuleTester.transform(inserts, ""), on)).isEmpty();
  }

  @Test
  void areEmptyIfPublishingFails() {
    String fails =
        patch("<slowRequests timeInterval='00:60:00' xdt:Transform='SetAttributes' />")
            + "<x xdt:Transform='Nonsense' />";
    assertThat(findings(RuleTester.transform(fails, BASE)))
        .doesNotContain("invalid-time-span Web.Test.config:3");
  }

  @Test
  void respectASuppressionInTheTransform() {
    String sets =
        "<!-- autoheal-ignore invalid-time-span reason=\"a test\" -->\n"
            + "<slowRequests timeInterval='00:60:00' xdt:Transform='SetAttributes' />";
    assertThat(findings(RuleTester.transform(patch(sets), BASE))).isEmpty();
  }
}
