package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ElementRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a name that ARM templates, the portal or other sections know, but that are not documented
 * for this section. It is unknown whether IIS accepts such a name.
 */
final class UndocumentedAttribute implements ElementRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a name in the section is not documented for web.config";
  }

  @Override
  public void check(NamedElement element, RuleContext context, Reporter reporter) {
    XmlElement parent = element.element();
    for (XmlAttribute child : parent.attributes()) {
      if (SectionNames.isUndocumentedAttribute(parent.name(), child.name())) {
        report(child.nameSpan(), child.name(), parent, reporter);
      }
    }
    for (XmlElement child : parent.elements()) {
      if (SectionNames.isUndocumentedElement(parent.name(), child.name())) {
        report(child.nameSpan(), Quoted.element(child.name()), parent, reporter);
      }
    }
  }

  private static void report(Span span, String name, XmlElement parent, Reporter reporter) {
    reporter.report(
        span,
        "%s in %s is not documented for web.config; remove it"
            .formatted(name, Quoted.element(parent.name())));
  }
}
