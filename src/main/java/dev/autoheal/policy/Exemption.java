package dev.autoheal.policy;

import dev.autoheal.text.Location;
import java.time.LocalDate;

/**
 * An entry of a policy that accepts the findings of a rule until a given day.
 *
 * @param rule the name of the rule
 * @param files the files whose findings are accepted; all files below the policy when it names none
 * @param until the last day of the exemption, inclusive
 * @param reason the reason that the policy gives
 * @param ruleAt the location where the policy names the rule
 * @param untilAt the location where the policy states the day
 */
public record Exemption(
    String rule,
    FilePatterns files,
    LocalDate until,
    String reason,
    Location ruleAt,
    Location untilAt) {
  /** Returns whether the last day is before {@code today}. */
  public boolean isExpired(LocalDate today) {
    return until.isBefore(today);
  }
}
