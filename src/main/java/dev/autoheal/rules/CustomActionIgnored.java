package dev.autoheal.rules;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import java.util.List;

/** Flags a program next to the action {@code Recycle} or {@code LogEvent}, since it never runs. */
final class CustomActionIgnored implements ActionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a program is configured, but the action does not start it";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    boolean ignored =
        action.kind().filter(kind -> kind != Action.Kind.CUSTOM_ACTION).isPresent()
            && action.program().isPresent();
    if (ignored && !isUnwanted(action.program().get().startTag(), context)) {
      reporter.report(
          action.program().get().startTag(),
          "<customAction> never runs with %s; remove it or use value=\"CustomAction\""
              .formatted(Quoted.attribute("value", action.value().orElseThrow().value())));
    }
  }

  /**
   * Returns whether the policy removes the program; the difference from the policy is then reported
   * instead.
   */
  private static boolean isUnwanted(Span program, RuleContext context) {
    return context.comparison().map(Comparison::changes).orElse(List.of()).stream()
        .anyMatch(change -> change.at().equals(program));
  }
}
