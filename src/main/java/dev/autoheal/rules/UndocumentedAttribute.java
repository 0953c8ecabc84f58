package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a name that ARM templates, the portal or other sections know, but that nobody documents for
 * this section. It is unknown whether IIS accepts such a name.
 */
final class UndocumentedAttribute implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a name in the section is not documented for web.config";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    for (Section section : context.sections()) {
      section.index().elements().forEach(named -> check(named.element(), reporter));
    }
  }

  private static void check(XmlElement element, Reporter reporter) {
    element.attributes().stream()
        .filter(child -> SectionNames.isUndocumentedAttribute(element.name(), child.name()))
        .forEach(child -> report(child.nameSpan(), child.name(), element, reporter));
    element.elements().stream()
        .filter(child -> SectionNames.isUndocumentedElement(element.name(), child.name()))
        .forEach(child -> report(child.nameSpan(), child.name(), element, reporter));
  }

  private static void report(Span span, String name, XmlElement parent, Reporter reporter) {
    reporter.report(
        span,
        ("%s in %s is not documented for web.config: if IIS does not know it, every request is"
                + " answered with 500.19")
            .formatted(name, parent.name()));
  }
}
