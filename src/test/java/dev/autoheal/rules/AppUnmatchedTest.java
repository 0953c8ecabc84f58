package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.RuleConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppUnmatchedTest {
  private static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: [shop/web.config]
        - name: admin
          files: [admin/web.config]
      """;

  @Test
  void reportsTheAppAtItsName() {
    assertThat(unmatched(POLICY))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("app-unmatched");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.location().path()).isEqualTo("autoheal.yaml");
              assertThat(finding.location().line()).isEqualTo(3);
              assertThat(finding.location().column()).isEqualTo(11);
              assertThat(finding.message())
                  .isEqualTo("app 'shop' matches no files; correct its patterns or remove it");
            });
  }

  @Test
  void reportsEachApp() {
    assertThat(unmatched(POLICY)).hasSize(2);
  }

  @Test
  void policySetsTheSeverity() {
    assertThat(unmatched(POLICY + "rules: { app-unmatched: off }\n")).isEmpty();
    assertThat(unmatched(POLICY + "rules: { app-unmatched: error }\n"))
        .extracting(ReportedFinding::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void skipsTheCheckForASingleFile() {
    new RuleTester(new AppUnmatched()).findsNothing("<configuration />", POLICY);
  }

  private static List<ReportedFinding> unmatched(String text) {
    Policy policy = RuleTester.policy(text);
    return Rules.checkUnmatched(
        policy.apps(), RuleConfig.of(Rules.all(), Optional.of(policy), LocalDate.of(2026, 6, 15)));
  }
}
