package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;

/**
 * One action serves all triggers, and one element of each kind is all that is documented; which of
 * two would count is not.
 */
final class DuplicateElement implements Rule {
  @Override
  public String summary() {
    return "an element of the section stands twice";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section.index().repeated().forEach(element -> report(element, subject, reporter));
    }
  }

  private static void report(XmlElement element, RuleContext subject, Reporter reporter) {
    XmlElement parent = element.parent().orElseThrow();
    XmlElement first = parent.first(element.name()).orElseThrow();
    reporter.report(
        element.startTag(),
        "another %s element in %s: %s".formatted(element.name(), parent.name(), cure(element)),
        new Related(subject.file().locate(first.startTag()), "the first one"));
  }

  private static String cure(XmlElement element) {
    return switch (element.name()) {
      case "triggers" -> "one holds all triggers, merge it into the first";
      case "statusCode" -> "one holds all status rules, merge it into the first";
      case "actions" -> "all triggers share one action, keep one";
      default -> "only one is documented, keep one";
    };
  }
}
