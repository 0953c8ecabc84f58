package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;

/**
 * Flags a section that has triggers but no action. Microsoft's own reader then counts AutoHeal as
 * switched off.
 */
final class NoAction implements Rule {
  @Override
  public String summary() {
    return "the section has triggers but no action";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (Section section : context.sections()) {
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
  }

  private static String advice(Section section) {
    return section.action().isEmpty() ? "<actions value=\"Recycle\" />" : "value=\"Recycle\"";
  }
}
