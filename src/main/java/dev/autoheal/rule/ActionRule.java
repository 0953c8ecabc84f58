package dev.autoheal.rule;

import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;

/** Checks the action of a section, if the section has one. */
public non-sealed interface ActionRule extends Rule {
  /** Reports the problems of the action in its section. */
  void check(ActionElement action, Section section, RuleContext context, Reporter reporter);
}
