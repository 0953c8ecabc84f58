package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.ValueRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.SectionValue;

/**
 * Flags a count or a time of 0, which the portal refuses. What IIS does with it is not documented.
 */
final class ZeroThreshold implements ValueRule {
  @Override
  public String summary() {
    return "a count or a time is 0";
  }

  @Override
  public void check(SectionValue value, RuleContext context, Reporter reporter) {
    String advice = advice(value.attribute());
    if (value.is(SectionValue.State.OUT_OF_RANGE) && !advice.isEmpty()) {
      reporter.report(
          value.span(), "%s has no documented meaning; %s".formatted(value.quoted(), advice));
    }
  }

  private static String advice(Attribute attribute) {
    return switch (attribute) {
      case COUNT -> "use 1 or more";
      case TIME_INTERVAL -> "use 00:05:00, for example";
      case TIME_TAKEN -> "use 00:01:00, for example";
      default -> "";
    };
  }
}
