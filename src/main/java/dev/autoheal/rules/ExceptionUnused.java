package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.PolicyRule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.text.Location;
import java.util.Optional;

/**
 * Flags an exception that suppresses nothing today, since it may later suppress what nobody has
 * accepted. Exceptions are checked after all other rules.
 */
final class ExceptionUnused implements PolicyRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "an exception hides nothing";
  }

  /**
   * Returns the finding for a comment that suppresses no finding of its rule; empty when this rule
   * is off.
   *
   * @param rule the id of the rule that the comment names
   */
  Optional<Finding> comment(String rule, Location at, RuleConfig config) {
    return finding(
        "this comment hides nothing: %s finds nothing where it reaches, remove it".formatted(rule),
        at,
        config);
  }

  /**
   * Returns the finding for a malformed comment, which suppresses nothing; empty when this rule is
   * off.
   *
   * @param why the mistake in the comment, in a few words
   */
  Optional<Finding> malformed(String why, Location at, RuleConfig config) {
    return finding("this comment hides nothing: " + why, at, config);
  }

  /**
   * Returns the finding for an exception of the policy that suppresses no finding of its rule;
   * empty when this rule is off.
   *
   * @param rule the id of the rule that the exception names
   */
  Optional<Finding> exception(String rule, Location at, RuleConfig config) {
    return finding(
        "this exception hides nothing: %s finds nothing in its files, remove it".formatted(rule),
        at,
        config);
  }

  private Optional<Finding> finding(String message, Location at, RuleConfig config) {
    return config.finding(this, Severity.ERROR, at, message);
  }
}
