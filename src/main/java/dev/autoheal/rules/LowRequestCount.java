package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import java.util.OptionalLong;

/**
 * Flags a trigger that restarts the worker at an average below one request a second. Nearly any
 * traffic reaches that. The bound is an opinion: the platform has none.
 */
final class LowRequestCount implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "less than one request per second is enough to restart the worker";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    if (isLow(trigger) && section.action().filter(ActionElement::restarts).isPresent()) {
      long count = trigger.valid(Attribute.COUNT).orElseThrow();
      reporter.report(
          trigger.element().startTag(),
          "%s in %s (less than 1 per second) restart%s the worker; use <slowRequests>"
              .formatted(
                  count == 1 ? "1 request" : count + " requests",
                  TimeSpan.words(trigger.valid(Attribute.TIME_INTERVAL).orElseThrow()),
                  count == 1 ? "s" : ""));
    }
  }

  /** Returns whether the trigger counts requests and fires below one a second. */
  static boolean isLow(TriggerElement trigger) {
    OptionalLong count = trigger.valid(Attribute.COUNT);
    OptionalLong interval = trigger.valid(Attribute.TIME_INTERVAL);
    return trigger.trigger() == Trigger.REQUESTS
        && count.isPresent()
        && interval.isPresent()
        && count.getAsLong() < interval.getAsLong();
  }
}
