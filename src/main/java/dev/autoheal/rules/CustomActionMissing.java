package dev.autoheal.rules;

import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;

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
        .ifPresent(span -> reporter.report(span, problem(action) + ", or use value=\"Recycle\""));
  }

  private static String problem(ActionElement action) {
    if (action.program().isEmpty()) {
      return "missing <customAction> in <actions>; add <customAction exe=\"…\" />";
    }
    return action
        .exe()
        .map(
            exe ->
                "invalid %s; add the path of the program"
                    .formatted(Quoted.attribute("exe", exe.value())))
        .orElse("missing attribute exe in <customAction>; add the path of the program");
  }
}
