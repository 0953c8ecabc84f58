package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;

/**
 * Flags a section that has triggers but no action. Microsoft's own reader then counts AutoHeal as
 * switched off.
 */
final class NoAction implements SectionRule {
  @Override
  public String summary() {
    return "the section has triggers but no action";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    section
        .missingAction()
        .ifPresent(
            span ->
                reporter.report(
                    span,
                    section.action().isEmpty()
                        ? "missing <actions>, so AutoHeal is off; add <actions value=\"Recycle\" />"
                        : "missing value in <actions>, so AutoHeal is off; use value=\"Recycle\""));
  }
}
