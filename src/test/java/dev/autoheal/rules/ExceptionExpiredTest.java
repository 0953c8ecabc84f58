package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionExpiredTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private final ExceptionExpired rule = new ExceptionExpired();

  @ParameterizedTest
  @CsvSource({
    "2026-06-14, ERROR",
    "2025-06-15, ERROR",
    "2026-06-15, WARNING",
    "2026-06-29, WARNING",
    "2026-06-30,"
  })
  void reportsAnExpiredOrExpiringSuppression(LocalDate until, Severity severity) {
    assertThat(checkEnd(until, Map.of()).map(Finding::severity))
        .isEqualTo(Optional.ofNullable(severity));
  }

  @Test
  void namesTheRuleAndTheDate() {
    assertThat(checkEnd(TODAY.minusDays(1), Map.of()).map(Finding::message))
        .contains(
            "expired suppression of 'drift' (last day 2026-06-14); remove it or set a later"
                + " 'until'");
    assertThat(checkEnd(TODAY, Map.of()).map(Finding::message))
        .contains("suppression of 'drift' expires on 2026-06-15; fix the finding before then");
  }

  @ParameterizedTest
  @CsvSource({"WARNING, WARNING, WARNING", "INFO, INFO, INFO", "ERROR, ERROR, WARNING"})
  void usesTheSeverityOfThePolicyIfLower(RuleSetting setting, Severity over, Severity soon) {
    Map<String, RuleSetting> settings = Map.of("exception-expired", setting);
    assertThat(checkEnd(TODAY.minusDays(1), settings).map(Finding::severity)).contains(over);
    assertThat(checkEnd(TODAY, settings).map(Finding::severity)).contains(soon);
  }

  @Test
  void reportsNothingIfThePolicyTurnsItOff() {
    assertThat(checkEnd(TODAY.minusDays(1), Map.of("exception-expired", RuleSetting.OFF)))
        .isEmpty();
  }

  private Optional<Finding> checkEnd(LocalDate until, Map<String, RuleSetting> settings) {
    return rule.end("drift", until, TODAY)
        .flatMap(
            notice ->
                notice.at(Span.at(0), RuleConfig.of(Rules.all(), settings, List.of(), TODAY)));
  }
}
