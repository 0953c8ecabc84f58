package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.TimeSpan;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Flags a trigger that recycles a worker for the number of requests alone. Many requests show that
 * an app is busy, not that it is unhealthy. Few requests are the finding of {@link
 * LowRequestCount}.
 */
final class RecycleOnRequestCount implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "the number of requests alone recycles a worker";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    OptionalLong count = trigger.valid(Attribute.COUNT);
    OptionalLong interval = trigger.valid(Attribute.TIME_INTERVAL);
    if (trigger.trigger() == Trigger.REQUESTS
        && section.action().flatMap(ActionElement::kind).equals(Optional.of(Action.Kind.RECYCLE))
        && count.isPresent()
        && interval.isPresent()
        && !LowRequestCount.isLow(trigger)) {
      boolean isOne = count.getAsLong() == 1;
      reporter.report(
          trigger.element().startTag(),
          "%s in %s recycle%s even a healthy worker; use <slowRequests>, <memory> or <statusCode>"
              .formatted(
                  isOne ? "1 request" : count.getAsLong() + " requests",
                  TimeSpan.words(interval.getAsLong()),
                  isOne ? "s" : ""));
    }
  }
}
