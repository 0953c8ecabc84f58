package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.policy.Limits;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;

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
                    "%s is %s, %s that the policy allows, %s"
                        .formatted(
                            value.attribute().xmlName(),
                            value.attribute().words(seen),
                            breach.words(),
                            value.attribute().words(breach.end().value())),
                    Related.elsewhere(breach.end().place(), "limited here")));
  }

  private static void check(ActionElement action, Limits limits, Reporter reporter) {
    action
        .kind()
        .flatMap(limits::refusing)
        .ifPresent(
            allowed ->
                reporter.report(
                    action.value().orElseThrow().valueSpan(),
                    "the action is %s%s, and the policy allows %s"
                        .formatted(
                            action.kind().orElseThrow().xmlName(),
                            action.started().map(Quoted::of).map(" (%s)"::formatted).orElse(""),
                            allowed.words()),
                    Related.elsewhere(allowed.place(), "limited here")));
  }
}
