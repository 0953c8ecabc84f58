package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.PolicyRule;

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
   * Returns what to say about a comment that suppresses no finding of its rule.
   *
   * @param rule the id of the rule that the comment names
   */
  Notice comment(String rule) {
    return notice(
        "this comment hides nothing: %s finds nothing where it reaches, remove it".formatted(rule));
  }

  /**
   * Returns what to say about a malformed comment, which suppresses nothing.
   *
   * @param why the mistake in the comment, in a few words
   */
  Notice malformed(String why) {
    return notice("this comment hides nothing: " + why);
  }

  /**
   * Returns what to say about an exception of the policy that suppresses no finding of its rule.
   *
   * @param rule the id of the rule that the exception names
   */
  Notice exception(String rule) {
    return notice(
        "this exception hides nothing: %s finds nothing in its files, remove it".formatted(rule));
  }

  private Notice notice(String message) {
    return new Notice(this, Severity.ERROR, message);
  }
}
