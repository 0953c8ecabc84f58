package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;

/**
 * Flags a count or a time of 0, which the portal refuses. What IIS does with it is not documented.
 */
final class ZeroThreshold implements Rule {
  @Override
  public String summary() {
    return "a count or a time is 0";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (Section section : context.sections()) {
      section
          .values(SectionValue.State.OUT_OF_RANGE)
          .filter(value -> !advice(value.attribute()).isEmpty())
          .forEach(value -> reporter.report(value.span(), message(value)));
    }
  }

  private static String message(SectionValue value) {
    return "%s is %s: whether the trigger then never fires or always is not known, %s"
        .formatted(value.attribute().xmlName(), value.text(), advice(value.attribute()));
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
