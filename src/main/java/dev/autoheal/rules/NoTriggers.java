package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;

/**
 * Flags a section without triggers, and a {@code statusCode} element without rules. Microsoft's own
 * reader counts AutoHeal as switched off when {@code triggers} holds nothing.
 */
final class NoTriggers implements SectionRule {
  private static final String OFF =
      " <triggers>, so AutoHeal is off; add a trigger or remove <monitoring>";

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section has no trigger, or <statusCode> has no rule";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    if (isElsewhere(context, section.element())) {
      return;
    }
    Optional<XmlElement> triggers = section.triggersElement();
    if (section.index().lacks(section.element(), "triggers")) {
      reporter.report(section.element().startTag(), "missing" + OFF);
    } else if (triggers.filter(each -> isEmpty(section, each)).isPresent()) {
      reporter.report(triggers.get().startTag(), "empty" + OFF);
    }
    section
        .statusCodesElement()
        .filter(rules -> isEmpty(section, rules))
        .ifPresent(
            rules ->
                reporter.report(
                    rules.startTag(),
                    "missing <add> in <statusCode>; add one or remove <statusCode>"));
  }

  /**
   * Returns whether another file holds the triggers, or a transform inserts an empty section for
   * the next step to replace.
   */
  private static boolean isElsewhere(RuleContext context, XmlElement monitoring) {
    return monitoring.attribute("configSource").isPresent()
        || (context.isTransform() && monitoring.elements().isEmpty());
  }

  /**
   * Returns whether an element holds nothing. Other rules report text, and an attribute that
   * belongs on a child.
   */
  private static boolean isEmpty(Section section, XmlElement element) {
    NamedElement named = section.index().named(element);
    return element.elements().isEmpty()
        && named.unknownAttributes().isEmpty()
        && !named.hasMeaningfulText();
  }
}
