package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlElement;

/**
 * Flags an element of the section that occurs twice. All triggers share one action, and only one
 * element of each kind is documented. Which of two elements would count is not documented.
 */
final class DuplicateElement implements SectionRule {
  @Override
  public String summary() {
    return "an element of the section occurs twice";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    section.index().repeated().forEach(element -> report(element, reporter));
  }

  private static void report(XmlElement element, Reporter reporter) {
    XmlElement parent = element.parent().orElseThrow();
    XmlElement first = parent.first(element.name()).orElseThrow();
    reporter.report(
        element.startTag(),
        "duplicate %s in %s; %s"
            .formatted(
                Quoted.element(element.name()), Quoted.element(parent.name()), advice(element)),
        Related.here(first.startTag(), "first element"));
  }

  private static String advice(XmlElement element) {
    return switch (element.name()) {
      case "triggers", "statusCode" -> "move its elements into the first one";
      case "actions" -> "keep one for all triggers";
      default -> "remove one";
    };
  }
}
