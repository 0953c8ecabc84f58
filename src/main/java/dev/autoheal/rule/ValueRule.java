package dev.autoheal.rule;

import dev.autoheal.section.SectionValue;

/** Checks each value of a trigger. */
public non-sealed interface ValueRule extends Rule {
  /** Reports the problems of one value, which may be in any state. */
  void check(SectionValue value, RuleContext context, Reporter reporter);
}
