package dev.autoheal.rule;

/** Checks a file as a whole. It is for rules that fit none of the narrower kinds. */
public non-sealed interface FileRule extends Rule {
  /** Reports the problems of one file. */
  void check(RuleContext context, Reporter reporter);
}
