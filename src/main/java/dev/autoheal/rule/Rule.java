package dev.autoheal.rule;

import dev.autoheal.finding.Severity;

/**
 * Checks files for one kind of problem. A rule has no state, does no I/O and knows nothing of other
 * rules or of output.
 */
public interface Rule {
  /**
   * Returns the class name in kebab-case, where a number is a word. An id is never reused or
   * renamed.
   */
  default String id() {
    return RuleId.of(getClass());
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

  /**
   * Reports the problems of one file.
   *
   * @param context the file and what is known about it
   * @param reporter the receiver of each problem
   */
  void check(RuleContext context, Reporter reporter);
}
