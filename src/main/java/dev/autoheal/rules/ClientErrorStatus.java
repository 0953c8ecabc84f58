package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;

/**
 * Flags a status rule that restarts the worker for a client error. Such a response is not a failure
 * of the app, and any client can cause it on purpose.
 */
final class ClientErrorStatus implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a client error restarts the worker";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    long status = trigger.valid(Attribute.STATUS_CODE).orElse(0);
    if (trigger.trigger() == Trigger.STATUS_CODES
        && status / 100 == 4
        && section.action().filter(ActionElement::restarts).isPresent()) {
      reporter.report(
          trigger.values().get(Attribute.STATUS_CODE).span(),
          "statusCode=\"%d\" is a client error, so any client can restart the worker; use a 5xx status"
              .formatted(status));
    }
  }
}
