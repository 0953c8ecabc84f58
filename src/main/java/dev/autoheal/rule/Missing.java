package dev.autoheal.rule;

import dev.autoheal.section.Names;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** What is missing, and not only misspelled, misplaced or written in another form. */
final class Missing {
  private Missing() {}

  /** Whether an attribute is; an unknown one, a child element or text may be what was meant. */
  static boolean attribute(XmlElement element, String name) {
    AttributeNames names = new AttributeNames(element);
    return names.absent().contains(name)
        && element.first(name).isEmpty()
        && !(element.attributes().isEmpty() && StrayText.isMeantIn(element))
        && names.unknown().stream()
            .map(names::meant)
            .allMatch(meant -> meant.isPresent() && !meant.get().equals(name));
  }

  /**
   * Whether a child element is; an unknown child or text may be what was meant, and so may an
   * element of that name in another place of the section.
   */
  static boolean element(Section section, XmlElement parent, String name) {
    List<String> absent =
        Names.elements(parent.name()).stream()
            .filter(child -> parent.first(child).isEmpty())
            .toList();
    return absent.contains(name)
        && !StrayText.isMeantIn(parent)
        && section
            .unknownElements()
            .allMatch(
                unknown -> {
                  Optional<String> meant = Meant.by(unknown.name(), absent);
                  boolean here = unknown.parent().orElseThrow() == parent;
                  return meant.isPresent() ? !meant.get().equals(name) : !here;
                });
  }
}
