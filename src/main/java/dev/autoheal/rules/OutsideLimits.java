package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.Limits;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.util.Optional;
import java.util.Set;

/**
 * Flags a value or an action outside of the limits that the policy sets. {@link Drift} reports a
 * difference from what the policy itself requires.
 */
final class OutsideLimits implements SectionRule {
  @Override
  public String summary() {
    return "a value or the action is outside the limits of the policy";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    if (context.app().isEmpty()) {
      return;
    }
    Limits limits = context.app().get().limits();
    for (TriggerElement trigger : section.triggers()) {
      trigger.values().values().stream()
          .filter(value -> value.value().isPresent())
          .forEach(value -> check(trigger.trigger(), value, limits, reporter));
    }
    section
        .action()
        .filter(action -> action.value().isPresent())
        .ifPresent(action -> check(action, limits, reporter));
  }

  private static void check(Trigger trigger, SectionValue value, Limits limits, Reporter reporter) {
    long seen = value.value().orElseThrow();
    limits
        .range(trigger, value.attribute())
        .breach(seen)
        .ifPresent(
            breach ->
                reporter.report(
                    value.span(),
                    message(value, breach.end().value()),
                    Related.elsewhere(breach.end().place(), "limited here")));
  }

  private static String message(SectionValue value, long end) {
    boolean isBelow = value.value().orElseThrow() < end;
    return "%s is %s the limit of the policy; use at %s %s"
        .formatted(
            value.quotedWithUnit(),
            isBelow ? "below" : "above",
            isBelow ? "least" : "most",
            words(value.attribute(), end));
  }

  /** Returns a limit as a policy writes it, and as web.config does. */
  private static String words(Attribute attribute, long end) {
    return attribute.type() == Attribute.Type.TIME_SPAN
        ? "%s (%s)".formatted(attribute.words(end), attribute.format(end))
        : attribute.words(end);
  }

  private static void check(ActionElement action, Limits limits, Reporter reporter) {
    StartedProgram program = StartedProgram.of(Optional.of(action));
    action
        .kind()
        .flatMap(limits::refusing)
        .ifPresent(
            allowed ->
                reporter.report(
                    action.value().orElseThrow().valueSpan(),
                    message(action, program, allowed.allowed()),
                    program.after(Related.elsewhere(allowed.place(), "limited here"))));
  }

  private static String message(
      ActionElement action, StartedProgram program, Set<Action.Kind> allowed) {
    String seen = Quoted.attribute("value", action.value().orElseThrow().value());
    String names = Spelling.alternatives(allowed.stream().map(Action.Kind::xmlName).toList());
    return "the policy does not allow %s%s; %s"
        .formatted(seen, program.words(), names.isEmpty() ? "remove it" : "use " + names);
  }
}
