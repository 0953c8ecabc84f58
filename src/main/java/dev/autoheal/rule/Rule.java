package dev.autoheal.rule;

import dev.autoheal.finding.Severity;

/** One opinion. A rule has no state, does no I/O and knows nothing of other rules or of output. */
public interface Rule {
  /** In kebab-case, the name of the class, a number being a word; never reused or renamed. */
  default String id() {
    return RuleId.of(getClass());
  }

  /** Unless the policy says otherwise. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Whether it runs where the policy says nothing of it. */
  default boolean isOnByDefault() {
    return true;
  }

  /** What it flags, as half a sentence for lists. */
  String summary();

  /** Reports what is wrong with one file. */
  void check(RuleContext subject, Reporter reporter);
}
