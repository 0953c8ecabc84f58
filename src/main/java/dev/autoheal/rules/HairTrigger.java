package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;
import java.util.OptionalLong;

/**
 * Flags a trigger that one or two slow or failed requests meet. Healthy apps have such requests
 * too, so they are no reason to restart. An action that only logs is not flagged.
 */
final class HairTrigger implements TriggerRule {
  private static final int FEW = 3;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "one or two slow or failed requests fire a trigger";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    section
        .action()
        .flatMap(ActionElement::kind)
        .filter(kind -> kind != Action.Kind.LOG_EVENT)
        .ifPresent(kind -> check(trigger, kind, reporter));
  }

  private static void check(TriggerElement trigger, Action.Kind action, Reporter reporter) {
    OptionalLong count = trigger.valid(Attribute.COUNT);
    if (count.isPresent() && count.getAsLong() < FEW && isPlausible(trigger)) {
      reporter.report(
          trigger.values().get(Attribute.COUNT).span(),
          "%s lets %s %s; use a higher count"
              .formatted(
                  Quoted.attribute("count", trigger.values().get(Attribute.COUNT).text()),
                  requests(trigger, count.getAsLong()),
                  action == Action.Kind.RECYCLE ? "recycle the worker" : "start the program"));
    }
  }

  private static boolean isPlausible(TriggerElement trigger) {
    return switch (trigger.trigger()) {
      case SLOW_REQUESTS -> trigger.values().values().stream().noneMatch(HairTrigger::isOutOfRange);
      case STATUS_CODES ->
          trigger.isDetectable()
              && trigger.values().values().stream()
                  .noneMatch(v -> v.attribute() == Attribute.STATUS_CODE && isOutOfRange(v));
      case REQUESTS, MEMORY -> false;
    };
  }

  private static boolean isOutOfRange(SectionValue value) {
    return value.is(SectionValue.State.OUT_OF_RANGE);
  }

  private static String requests(TriggerElement trigger, long count) {
    String number = count == 1 ? "one %s" : "two %ss";
    if (trigger.trigger() == Trigger.SLOW_REQUESTS) {
      return number.formatted("slow request");
    }
    return number.formatted("response")
        + trigger.key().map(key -> " with status " + key.status().orElseThrow()).orElse("");
  }
}
