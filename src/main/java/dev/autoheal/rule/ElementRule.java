package dev.autoheal.rule;

import dev.autoheal.section.NamedElement;

/** Checks each element of a section that has a documented name for its place. */
public non-sealed interface ElementRule extends Rule {
  /** Reports the problems of one element, without those of the elements in it. */
  void check(NamedElement element, RuleContext context, Reporter reporter);
}
