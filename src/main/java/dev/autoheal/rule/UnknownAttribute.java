package dev.autoheal.rule;

import dev.autoheal.section.Names;
import dev.autoheal.section.Section;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Fix;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** IIS fails the whole section, and so every request, for one name that it does not know. */
final class UnknownAttribute implements Rule {
  @Override
  public String summary() {
    return "an attribute of the section has a name IIS does not know";
  }

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section.documented().map(AttributeNames::new).forEach(names -> check(names, reporter));
    }
  }

  /** All attributes of an element that takes none are one mistake. */
  private static void check(AttributeNames names, Reporter reporter) {
    List<XmlAttribute> unknown = names.unknown();
    if (names.known().isEmpty() && !unknown.isEmpty()) {
      reporter.report(NameSpan.of(unknown.get(0)), takesNone(names.element(), unknown));
    } else {
      unknown.forEach(
          attribute ->
              reporter.report(
                  NameSpan.of(attribute), message(names, attribute.name()), fix(names, attribute)));
    }
  }

  /** Letters alone are no guess, and two of a name would be no XML. */
  private static Optional<Fix> fix(AttributeNames names, XmlAttribute attribute) {
    return names
        .meant(attribute)
        .filter(attribute.name()::equalsIgnoreCase)
        .filter(meant -> isAlone(attribute.name(), names))
        .map(meant -> Fix.safe("write " + meant, new Edit(NameSpan.of(attribute), meant)));
  }

  private static boolean isAlone(String name, AttributeNames names) {
    return names.unknown().stream()
            .filter(other -> other.name().equalsIgnoreCase(name))
            .limit(2)
            .count()
        == 1;
  }

  private static String message(AttributeNames names, String seen) {
    String element = names.element().name();
    return "%s is no attribute of %s: %s"
        .formatted(
            Seen.of(seen),
            element,
            Meant.cure(seen, names.absent(), otherwise(element, seen, names)));
  }

  /** An attribute of an element in it belongs there. */
  private static String otherwise(String element, String seen, AttributeNames names) {
    return Names.elements(element).stream()
        .filter(child -> Names.attributes(child).contains(seen))
        .map("it belongs on the %s element in it"::formatted)
        .findFirst()
        .orElseGet(() -> "%s takes %s".formatted(element, Meant.list(names.known())));
  }

  private static String takesNone(XmlElement element, List<XmlAttribute> unknown) {
    List<String> names = unknown.stream().map(XmlAttribute::name).toList();
    String they = names.size() == 1 ? "it belongs" : "they belong";
    String cure =
        Names.elements(element.name()).stream()
            .filter(child -> Names.attributes(child).containsAll(names))
            .map(child -> "%s on the %s element in it".formatted(they, child))
            .findFirst()
            .orElse(names.size() == 1 ? "remove it" : "remove them");
    return "%s takes no attributes, but has %s: %s"
        .formatted(element.name(), Seen.of(Meant.list(names)), cure);
  }
}
