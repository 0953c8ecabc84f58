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
      section.values().map(SectionValue::xml).forEach(xml -> checkValue(xml, reporter));
      section.action().ifPresent(action -> check(action, reporter));
    }
  }

  private static void check(ActionElement action, Reporter reporter) {
    action.value().ifPresent(xml -> checkValue(xml, reporter));
    action.exe().ifPresent(xml -> checkCommandLine(xml, reporter));
    action.parameters().ifPresent(xml -> checkCommandLine(xml, reporter));
  }

  private static void checkValue(XmlAttribute xml, Reporter reporter) {
    if (dev.autoheal.section.Placeholder.isIn(xml.value())) {
      report(xml, "is " + Seen.of(xml.value()) + ",", reporter);
    }
  }

  /** What a program is started with may hold a secret, so it is not said again. */
  private static void checkCommandLine(XmlAttribute xml, Reporter reporter) {
    if (dev.autoheal.section.Placeholder.isIn(xml.value())) {
      report(xml, "holds", reporter);
    }
  }

  private static void report(XmlAttribute xml, String verb, Reporter reporter) {
    reporter.report(
        xml.valueSpan(),
        "%s %s a token for a deployment tool: neither judged nor rewritten"
            .formatted(xml.name(), verb));
  }
}
