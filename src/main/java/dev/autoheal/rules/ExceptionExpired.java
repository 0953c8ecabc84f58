package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.PolicyRule;
import dev.autoheal.text.Quoted;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Flags a suppression that has expired, or that expires within 14 days. A suppressed finding comes
 * back on the day after {@code until}, and must be known earlier to be fixed in time. Suppressions
 * are checked after all other rules.
 */
final class ExceptionExpired implements PolicyRule {
  private static final int DAYS_AHEAD = 14;

  @Override
  public String summary() {
    return "a suppression has expired, or will soon (a warning)";
  }

  /**
   * Returns the finding for a suppression, which is at most a warning before the suppression has
   * expired; empty while the last day is more than 14 days ahead.
   *
   * @param rule the id of the suppressed rule
   * @param until the last day of the suppression
   */
  Optional<Notice> end(String rule, LocalDate until, LocalDate today) {
    boolean isOver = until.isBefore(today);
    if (!isOver && until.minusDays(DAYS_AHEAD).isAfter(today)) {
      return Optional.empty();
    }
    String message =
        isOver
            ? "expired suppression of %s (last day %s); remove it or set a later 'until'"
            : "suppression of %s expires on %s; fix the finding before then";
    Severity most = isOver ? Severity.ERROR : Severity.WARNING;
    return Optional.of(new Notice(this, most, message.formatted(Quoted.literal(rule), until)));
  }
}
