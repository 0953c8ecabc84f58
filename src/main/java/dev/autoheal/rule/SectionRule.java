package dev.autoheal.rule;

import dev.autoheal.section.Section;

/** Checks each section of a file as a whole. */
public non-sealed interface SectionRule extends Rule {
  /** Reports the problems of one section. */
  void check(Section section, RuleContext context, Reporter reporter);
}
