package dev.autoheal.rules;

import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;

/**
 * Flags a {@code CustomAction} that names no program. {@code CustomAction} starts a program, and
 * the portal refuses one without an {@code exe}.
 */
final class CustomActionMissing implements ActionRule {
  @Override
  public String summary() {
    return "the action is CustomAction, but no program is named";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    section
        .missingProgram()
        .ifPresent(
            span ->
                reporter.report(
                    span,
                    "the action is CustomAction, but no program is named, so the triggers start"
                        + " nothing: "
                        + advice(action)));
  }

  private static String advice(ActionElement action) {
    return action.program().isEmpty()
        ? "add <customAction exe=\"…\" />, or write Recycle"
        : "write its path in exe, or write Recycle as the action";
  }
}
