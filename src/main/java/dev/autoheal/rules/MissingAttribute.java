package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlElement;
import java.util.List;

/** Flags a trigger that lacks a required attribute, since it does not say when to fire. */
final class MissingAttribute implements TriggerRule {
  @Override
  public String summary() {
    return "a trigger lacks an attribute";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    XmlElement element = trigger.element();
    List<String> required = trigger.trigger().required().stream().map(Attribute::xmlName).toList();
    List<String> missing = required.stream().filter(section.index().named(element)::lacks).toList();
    if (!missing.isEmpty()) {
      reporter.report(
          element.startTag(),
          "%s has %s: it needs %s"
              .formatted(
                  element.name(),
                  Spelling.list(missing.stream().map("no "::concat).toList()),
                  required.size() == 1 ? "one" : Spelling.list(required)));
    }
  }
}
