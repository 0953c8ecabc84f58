package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.ElementRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Quoted;
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
    return "an attribute of the section has an unknown name";
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
        .map(meant -> Fix.safe("rename to " + meant, new Edit(attribute.nameSpan(), meant)));
  }

  private static boolean isAlone(String name, NamedElement element) {
    return element.unknownAttributes().stream()
            .filter(other -> other.name().equalsIgnoreCase(name))
            .limit(2)
            .count()
        == 1;
  }

  private static String message(NamedElement element, String seen) {
    return "unknown attribute %s in %s; %s"
        .formatted(Quoted.literal(seen), Quoted.element(element.name()), advice(element, seen));
  }

  private static String advice(NamedElement element, String seen) {
    Optional<String> meant = SectionNames.meantBy(seen, element.absentAttributes());
    if (meant.filter(seen::equalsIgnoreCase).isPresent()) {
      return "use %s (names are case-sensitive)".formatted(meant.get());
    }
    return meant
        .map("did you mean %s?"::formatted)
        .orElseGet(() -> moveOrRemove(element, List.of(seen)));
  }

  private static String takesNone(NamedElement element, List<XmlAttribute> unknown) {
    List<String> names = unknown.stream().map(XmlAttribute::name).toList();
    String attributes =
        names.size() == 1 ? "attribute " + Quoted.literal(names.get(0)) : "attributes";
    return "unexpected %s in %s; %s"
        .formatted(attributes, Quoted.element(element.name()), moveOrRemove(element, names));
  }

  /** Returns the advice for names that belong on a child element, or are near to none. */
  private static String moveOrRemove(NamedElement element, List<String> names) {
    String they = names.size() == 1 ? "it" : "them";
    return SectionNames.elements(element.name()).stream()
        .filter(child -> SectionNames.attributes(child).containsAll(names))
        .map(child -> "move %s to %s".formatted(they, Quoted.element(child)))
        .findFirst()
        .orElse("remove " + they);
  }
}
