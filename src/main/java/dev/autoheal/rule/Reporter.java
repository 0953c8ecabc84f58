package dev.autoheal.rule;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Severity;
import dev.autoheal.text.Span;
import java.util.Optional;

/** Receives the findings of a rule. */
@FunctionalInterface
public interface Reporter {
  /**
   * Reports a problem of the checked file.
   *
   * @param most the highest severity of the finding, whatever the severity of the rule is
   * @param span the place of the problem in the file
   * @param message the problem and what was expected
   * @param fix the fix; empty when only a person can fix it
   * @param related other places that explain the finding
   */
  void report(Severity most, Span span, String message, Optional<Fix> fix, Related... related);

  /** Reports a problem with the severity of the rule. */
  default void report(Span span, String message, Optional<Fix> fix, Related... related) {
    report(Severity.ERROR, span, message, fix, related);
  }

  /** Reports a problem, with the severity of the rule, that only a person can fix. */
  default void report(Span span, String message, Related... related) {
    report(span, message, Optional.empty(), related);
  }
}
