package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.TriggerElement;

/**
 * Flags a status rule for 500.121. The portal refuses such a rule, since AutoHeal cannot detect
 * that status.
 */
final class UndetectableStatus implements TriggerRule {
  @Override
  public String summary() {
    return "a status rule is for 500.121, which AutoHeal cannot detect";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    if (!trigger.isDetectable()) {
      reporter.report(
          trigger.values().get(Attribute.SUB_STATUS_CODE).span(),
          "AutoHeal cannot detect status 500.121; use <slowRequests> with timeTaken above 00:03:00");
    }
  }
}
