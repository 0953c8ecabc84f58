package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.RequestLimits;
import dev.autoheal.section.Section;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a trigger for slow requests in an app that enables WebSocket. Open connections have been
 * seen to count as slow requests for as long as they were open.
 */
final class WebsocketSlowRequests implements TriggerRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "open WebSocket connections may count as slow requests";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    if (trigger.trigger() == Trigger.SLOW_REQUESTS && !context.isPatch()) {
      context
          .config()
          .flatMap(RequestLimits::webSocket)
          .ifPresent(webSocket -> report(trigger, webSocket, reporter));
    }
  }

  private static void report(TriggerElement trigger, XmlElement webSocket, Reporter reporter) {
    reporter.report(
        trigger.element().startTag(),
        "<slowRequests> may count open WebSocket connections; raise count or disable <webSocket>",
        Related.here(webSocket.startTag(), "enabled here"));
  }
}
