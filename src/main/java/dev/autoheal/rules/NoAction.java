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
                    "no action is stated, so AutoHeal counts as switched off and the triggers do"
                        + " nothing: add "
                        + advice(section)));
  }

  private static String advice(Section section) {
    return section.action().isEmpty() ? "<actions value=\"Recycle\" />" : "value=\"Recycle\"";
  }
}
