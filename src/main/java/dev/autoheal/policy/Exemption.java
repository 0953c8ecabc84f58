package dev.autoheal.policy;

import dev.autoheal.text.Location;
import java.time.LocalDate;

/**
 * Findings that are known and accepted for a time.
 *
 * @param files whose findings are meant; all below the policy when it names none
 * @param until the last day
 * @param ruleAt where the policy names the rule
 * @param untilAt where the policy states the day
 */
public record Exemption(
    String rule,
    FilePatterns files,
    LocalDate until,
    String reason,
    Location ruleAt,
    Location untilAt) {
  /** Whether its last day lies before {@code today}. */
  public boolean isExpired(LocalDate today) {
    return until.isBefore(today);
  }
}
