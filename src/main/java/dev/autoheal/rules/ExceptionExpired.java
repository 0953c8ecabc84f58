package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An accepted finding comes back on the day after {@code until}; who has to mend it wants to know
 * somewhat earlier. Exceptions are judged once all other rules are done, so there is nothing to
 * check in a file alone.
 */
final class ExceptionExpired implements Rule {
  private static final int DAYS_AHEAD = 14;

  @Override
  public String summary() {
    return "an exception has ended, or ends within 14 days";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {}

  /** What there is to say of an exception for a rule; a warning at most before it has ended. */
  Optional<Finding> judge(String rule, LocalDate until, Location at, RuleConfig terms) {
    boolean isOver = until.isBefore(terms.today());
    if (!isOver && until.minusDays(DAYS_AHEAD).isAfter(terms.today())) {
      return Optional.empty();
    }
    String message =
        isOver
            ? "the exception for %s ended on %s: mend what it hid and remove it, or set another day"
            : "the exception for %s ends on %s: mend what it hides until then";
    return terms
        .severity(this)
        .map(severity -> isOver || severity == Severity.INFO ? severity : Severity.WARNING)
        .map(
            severity ->
                new Finding(
                    id(),
                    severity,
                    at,
                    message.formatted(rule, until),
                    Optional.empty(),
                    List.of()));
  }
}
