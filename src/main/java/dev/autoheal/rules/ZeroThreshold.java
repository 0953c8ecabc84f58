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
          value.span(),
          "%s is %s: whether the trigger then never fires or always is not known, %s"
              .formatted(value.name(), value.text(), advice));
    }
  }

  private static String advice(Attribute attribute) {
    return switch (attribute) {
      case COUNT -> "write how many are too many, 1 or more";
      case TIME_INTERVAL -> "write how long to count, such as 00:05:00";
      case TIME_TAKEN -> "write what is too slow, such as 00:01:00";
      default -> "";
    };
  }
}
