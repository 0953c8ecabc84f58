package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;

/** Microsoft's own reader takes AutoHeal for switched off when no action is stated. */
final class NoAction implements Rule {
  @Override
  public String summary() {
    return "the section has triggers but no action";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section
          .missingAction()
          .ifPresent(
              span ->
                  reporter.report(
                      span,
                      "no action is stated, so AutoHeal counts as switched off and the triggers do"
                          + " nothing: add "
                          + cure(section)));
    }
  }

  private static String cure(Section section) {
    return section.action().isEmpty() ? "<actions value=\"Recycle\" />" : "value=\"Recycle\"";
  }
}
