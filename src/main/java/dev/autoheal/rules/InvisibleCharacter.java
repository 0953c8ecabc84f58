package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;
import dev.autoheal.text.InvisibleCharacters;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.Set;

/**
 * Flags an invisible character that changes a value, or how the section looks. Other rules report
 * one in a name or in a number.
 */
final class InvisibleCharacter implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section contains an invisible character";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    String text = context.file().text();
    if (InvisibleCharacters.in(text, section.element().span(), false).isEmpty()) {
      return;
    }
    Set<Span> unreadable = section.unreadable();
    section.element().descendants().forEach(each -> check(each, text, unreadable, reporter));
  }

  private static void check(
      XmlElement element, String text, Set<Span> unreadable, Reporter reporter) {
    for (XmlAttribute attribute : element.attributes()) {
      if (!unreadable.contains(attribute.valueSpan())) {
        check(attribute.valueSpan(), false, attribute.name(), text, reporter);
      }
    }
    for (XmlNode child : element.children()) {
      if (child.is(XmlNode.Kind.COMMENT)) {
        check(child.span(), true, "a comment", text, reporter);
      }
    }
  }

  /** Reports one finding for a place, however many invisible characters it holds. */
  private static void check(
      Span span, boolean isProse, String place, String text, Reporter reporter) {
    InvisibleCharacters.in(text, span, isProse)
        .ifPresent(found -> reporter.report(found, message(found.of(text), place)));
  }

  private static String message(String character, String place) {
    return "unexpected %s in %s; %s"
        .formatted(
            InvisibleCharacters.name(character),
            place,
            InvisibleCharacters.isBlank(character) ? "use a plain space" : "remove it");
  }
}
