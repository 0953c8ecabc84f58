package dev.autoheal.rule;

import dev.autoheal.finding.Severity;

/**
 * Checks files for one kind of problem. Its type says what it looks at, and {@link RuleSet} passes
 * that to its {@code check} method. A rule has no state, does no I/O and knows nothing of other
 * rules or of output.
 */
public sealed interface Rule
    permits FileRule, SectionRule, ElementRule, TriggerRule, ValueRule, ActionRule, PolicyRule {
  /**
   * Returns the class name in kebab-case, where a number is a word. An id is never reused or
   * renamed.
   */
  default String id() {
    StringBuilder id = new StringBuilder();
    char last = '0';
    for (char c : getClass().getSimpleName().toCharArray()) {
      boolean isUpper = c >= 'A' && c <= 'Z';
      if (!id.isEmpty() && (isUpper || (c <= '9' && last > '9'))) {
        id.append('-');
      }
      id.append(isUpper ? (char) (c - 'A' + 'a') : c);
      last = c;
    }
    return id.toString();
  }

  /** Returns the severity of the findings, unless the policy sets another one. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Returns whether the rule runs when the policy does not mention it. */
  default boolean isOnByDefault() {
    return true;
  }

  /** Describes what the rule flags, as half a sentence for lists. */
  String summary();
}
