package dev.autoheal.rule;

import dev.autoheal.section.Section;
import dev.autoheal.section.TriggerElement;

/** Checks each trigger of a section. */
public non-sealed interface TriggerRule extends Rule {
  /** Reports the problems of one trigger in its section. */
  void check(TriggerElement trigger, Section section, RuleContext context, Reporter reporter);
}
