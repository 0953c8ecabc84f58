package dev.autoheal.rules;

import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.TriggerRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlElement;
import java.util.List;

/** Flags a trigger that lacks a required attribute, since it does not say when to fire. */
final class MissingAttribute implements TriggerRule {
  @Override
  public String summary() {
    return "a trigger lacks a required attribute";
  }

  @Override
  public void check(
      TriggerElement trigger, Section section, RuleContext context, Reporter reporter) {
    XmlElement element = trigger.element();
    NamedElement named = section.index().named(element);
    List<Attribute> missing =
        trigger.trigger().required().stream().filter(each -> named.lacks(each.xmlName())).toList();
    if (!missing.isEmpty()) {
      reporter.report(element.startTag(), message(missing, trigger));
    }
  }

  private static String message(List<Attribute> missing, TriggerElement trigger) {
    String element = Quoted.element(trigger.element().name());
    if (missing.size() > 1) {
      return "missing attributes %s in %s; add them"
          .formatted(Spelling.list(missing.stream().map(Attribute::xmlName).toList()), element);
    }
    String name = missing.get(0).xmlName();
    String example = Quoted.attribute(name, example(missing.get(0), trigger.trigger()));
    return "missing attribute %s in %s; add %s, for example".formatted(name, element, example);
  }

  /** Returns a value that no other rule reports. */
  private static String example(Attribute attribute, Trigger trigger) {
    return switch (attribute) {
      case COUNT -> trigger == Trigger.REQUESTS ? "10000" : "50";
      case TIME_INTERVAL -> trigger == Trigger.SLOW_REQUESTS ? "00:05:00" : "00:01:00";
      case TIME_TAKEN -> "00:01:00";
      case PRIVATE_BYTES -> "819200";
      default -> "500";
    };
  }
}
