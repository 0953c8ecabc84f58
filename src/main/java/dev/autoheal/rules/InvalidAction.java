package dev.autoheal.rules;

import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Quoted;
import java.util.Arrays;
import java.util.List;

/**
 * Flags an action that is not documented. The documented actions are {@code Recycle}, {@code
 * LogEvent} and {@code CustomAction}, in any letter case.
 */
final class InvalidAction implements ActionRule {
  private static final List<String> ACTIONS =
      Arrays.stream(Action.Kind.values()).map(Action.Kind::xmlName).toList();

  @Override
  public String summary() {
    return "the action is not Recycle, LogEvent or CustomAction";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    action
        .unknownValue()
        .ifPresent(value -> reporter.report(value.valueSpan(), message(value.value())));
  }

  private static String message(String seen) {
    return "invalid %s in <actions>; %s"
        .formatted(
            Quoted.attribute("value", seen),
            SectionNames.meantBy(seen, ACTIONS)
                .map("did you mean %s?"::formatted)
                .orElse("use Recycle, LogEvent or CustomAction"));
  }
}
