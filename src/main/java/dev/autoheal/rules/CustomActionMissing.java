package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;

/**
 * Flags a {@code CustomAction} that names no program. {@code CustomAction} starts a program, and
 * the portal refuses one without an {@code exe}.
 */
final class CustomActionMissing implements Rule {
  @Override
  public String summary() {
    return "the action is CustomAction, but no program is named";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (Section section : context.sections()) {
      section
          .missingProgram()
          .ifPresent(
              span ->
                  reporter.report(
                      span,
                      "the action is CustomAction, but no program is named, so the triggers start"
                          + " nothing: "
                          + advice(section.action().orElseThrow())));
    }
  }

  private static String advice(ActionElement action) {
    return action.program().isEmpty()
        ? "add <customAction exe=\"…\" />, or write Recycle"
        : "write its path in exe, or write Recycle as the action";
  }
}
