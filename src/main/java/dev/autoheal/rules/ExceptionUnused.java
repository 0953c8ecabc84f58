package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.PolicyRule;
import dev.autoheal.text.Quoted;

/**
 * Flags a suppression that hides nothing today, since it may later hide a finding that was never
 * accepted. Suppressions are checked after all other rules.
 */
final class ExceptionUnused implements PolicyRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a suppression hides nothing";
  }

  /**
   * Returns the finding for a comment that suppresses no finding of its rule.
   *
   * @param rule the id of the rule that the comment names
   */
  Notice comment(String rule) {
    return notice("unused suppression of %s; remove the comment".formatted(Quoted.literal(rule)));
  }

  /**
   * Returns the finding for a malformed comment, which suppresses nothing.
   *
   * @param message the mistake in the comment, and how to fix it
   */
  Notice malformed(String message) {
    return notice(message);
  }

  /**
   * Returns the finding for an exception of the policy that suppresses no finding of its rule.
   *
   * @param rule the id of the rule that the exception names
   */
  Notice exception(String rule) {
    return notice("unused suppression of %s; remove the exception".formatted(Quoted.literal(rule)));
  }

  private Notice notice(String message) {
    return new Notice(this, Severity.ERROR, message);
  }
}
