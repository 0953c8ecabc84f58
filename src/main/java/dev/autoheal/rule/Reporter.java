package dev.autoheal.rule;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Severity;
import dev.autoheal.text.Span;
import java.util.Optional;

/** Takes what a rule finds. */
@FunctionalInterface
public interface Reporter {
  /**
   * Something wrong at {@code span} of the file that is checked, and how to mend it.
   *
   * @param most the severity it has at most, whatever that of the rule is
   */
  void report(Severity most, Span span, String message, Optional<Fix> fix, Related... related);

  /** Something wrong, as severe as the rule is. */
  default void report(Span span, String message, Optional<Fix> fix, Related... related) {
    report(Severity.ERROR, span, message, fix, related);
  }

  /** Something wrong that nothing but a person can mend. */
  default void report(Span span, String message, Related... related) {
    report(span, message, Optional.empty(), related);
  }
}
