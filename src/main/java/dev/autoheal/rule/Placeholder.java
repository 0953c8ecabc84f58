package dev.autoheal.rule;

import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Severity;
import dev.autoheal.xml.XmlAttribute;

/** What a deployment tool writes cannot be judged here, and is not rewritten. */
final class Placeholder implements Rule {
  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a value is a token that a deployment tool fills in";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section
          .values()
          .map(SectionValue::xml)
          .forEach(xml -> check(xml, "is " + Seen.of(xml.value()) + ",", reporter));
      section.action().ifPresent(action -> check(action, reporter));
    }
  }

  /** What a program is started with may hold a secret, so it is not said again. */
  private static void check(ActionElement action, Reporter reporter) {
    action.value().ifPresent(xml -> check(xml, "is " + Seen.of(xml.value()) + ",", reporter));
    action.exe().ifPresent(xml -> check(xml, "holds", reporter));
    action.parameters().ifPresent(xml -> check(xml, "holds", reporter));
  }

  private static void check(XmlAttribute xml, String verb, Reporter reporter) {
    if (dev.autoheal.section.Placeholder.isIn(xml.value())) {
      reporter.report(
          xml.valueSpan(),
          "%s %s a token for a deployment tool: neither judged nor rewritten"
              .formatted(xml.name(), verb));
    }
  }
}
