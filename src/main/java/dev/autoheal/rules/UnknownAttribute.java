package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.ElementRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import java.util.List;
import java.util.Optional;

/**
 * Flags an attribute of the section with an unknown name. IIS fails the whole section, and so every
 * request, for one name that it does not know.
 */
final class UnknownAttribute implements ElementRule {
  @Override
  public String summary() {
    return "an attribute of the section has a name IIS does not know";
  }

  @Override
  public void check(NamedElement element, RuleContext context, Reporter reporter) {
    List<XmlAttribute> unknown = element.unknownAttributes();
    if (element.knownAttributes().isEmpty() && !unknown.isEmpty()) {
      // All attributes of an element that takes none are one mistake.
      reporter.report(unknown.get(0).nameSpan(), takesNone(element, unknown));
    } else {
      unknown.forEach(
          attribute ->
              reporter.report(
                  attribute.nameSpan(),
                  message(element, attribute.name()),
                  fix(element, attribute)));
    }
  }

  /**
   * Returns a fix for letter case alone, which needs no guess. It is empty when two attributes
   * would get one name, since that is not well-formed XML.
   */
  private static Optional<Fix> fix(NamedElement element, XmlAttribute attribute) {
    return element
        .meantBy(attribute)
        .filter(attribute.name()::equalsIgnoreCase)
        .filter(meant -> isAlone(attribute.name(), element))
        .map(meant -> Fix.safe("write " + meant, new Edit(attribute.nameSpan(), meant)));
  }

  private static boolean isAlone(String name, NamedElement element) {
    return element.unknownAttributes().stream()
            .filter(other -> other.name().equalsIgnoreCase(name))
            .limit(2)
            .count()
        == 1;
  }

  private static String message(NamedElement element, String seen) {
    return "%s is no attribute of %s: %s"
        .formatted(
            Quoted.of(seen),
            element.name(),
            SectionNames.suggestion(seen, element.absentAttributes(), otherwise(element, seen)));
  }

  /**
   * Returns the advice for a name that is near to none. An attribute of a child element belongs on
   * that child.
   */
  private static String otherwise(NamedElement element, String seen) {
    return SectionNames.elements(element.name()).stream()
        .filter(child -> SectionNames.attributes(child).contains(seen))
        .map("it belongs on the %s element in it"::formatted)
        .findFirst()
        .orElseGet(
            () ->
                "%s takes %s".formatted(element.name(), Spelling.list(element.knownAttributes())));
  }

  private static String takesNone(NamedElement element, List<XmlAttribute> unknown) {
    List<String> names = unknown.stream().map(XmlAttribute::name).toList();
    String they = names.size() == 1 ? "it belongs" : "they belong";
    String advice =
        SectionNames.elements(element.name()).stream()
            .filter(child -> SectionNames.attributes(child).containsAll(names))
            .map(child -> "%s on the %s element in it".formatted(they, child))
            .findFirst()
            .orElse(names.size() == 1 ? "remove it" : "remove them");
    return "%s takes no attributes, but has %s: %s"
        .formatted(element.name(), Quoted.of(Spelling.list(names)), advice);
  }
}
