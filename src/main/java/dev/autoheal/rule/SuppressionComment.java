package dev.autoheal.rule;

import java.time.LocalDate;
import java.util.Optional;

/** What a comment says that starts with {@code autoheal-ignore}. */
sealed interface SuppressionComment {
  /**
   * One that accepts the findings of a rule.
   *
   * @param until the last day; empty when it has no end
   */
  record Valid(String rule, Optional<LocalDate> until, String reason)
      implements SuppressionComment {}

  /** One that cannot be followed, and why. */
  record Malformed(String why) implements SuppressionComment {}
}
