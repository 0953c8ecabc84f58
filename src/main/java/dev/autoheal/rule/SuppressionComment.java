package dev.autoheal.rule;

import java.time.LocalDate;
import java.util.Optional;

/** The content of a comment that starts with {@code autoheal-ignore}. */
sealed interface SuppressionComment {
  /**
   * A comment that suppresses the findings of a rule.
   *
   * @param rule the id of the rule
   * @param until the last day of the suppression; empty when it has no end
   * @param reason the reason without its quotes
   */
  record Valid(String rule, Optional<LocalDate> until, String reason)
      implements SuppressionComment {}

  /**
   * A malformed comment, which suppresses nothing.
   *
   * @param message the mistake in the comment, and how to fix it
   */
  record Malformed(String message) implements SuppressionComment {}
}
