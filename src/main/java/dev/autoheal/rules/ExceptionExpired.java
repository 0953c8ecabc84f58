package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.PolicyRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Flags an exception that has ended, or that ends within 14 days. A suppressed finding comes back
 * on the day after {@code until}, and whoever has to fix it needs to know earlier. Exceptions are
 * checked after all other rules.
 */
final class ExceptionExpired implements PolicyRule {
  private static final int DAYS_AHEAD = 14;

  @Override
  public String summary() {
    return "an exception has ended, or ends within 14 days";
  }

  /**
   * Returns what to say about an exception, which is at most a warning before the exception has
   * ended; empty while the last day is more than 14 days ahead.
   *
   * @param rule the id of the rule that the exception suppresses
   * @param until the last day of the exception
   */
  Optional<Notice> end(String rule, LocalDate until, LocalDate today) {
    boolean isOver = until.isBefore(today);
    if (!isOver && until.minusDays(DAYS_AHEAD).isAfter(today)) {
      return Optional.empty();
    }
    String message =
        isOver
            ? "the exception for %s ended on %s: mend what it hid and remove it, or set another day"
            : "the exception for %s ends on %s: mend what it hides until then";
    Severity most = isOver ? Severity.ERROR : Severity.WARNING;
    return Optional.of(new Notice(this, most, message.formatted(rule, until)));
  }
}
