package dev.autoheal.rule;

import dev.autoheal.section.Operation;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.Optional;
import java.util.stream.Stream;

/** The orders of a transform, and the section that they bear on. */
final class Orders {
  private static final String SECTION = "monitoring";

  private Orders() {}

  /** What is to be done with an element. */
  static Optional<XmlAttribute> transform(XmlElement element) {
    return Operation.attribute(element);
  }

  /** Whether an element is a section, in any letter case, or lies in one, or one lies in it. */
  static boolean bearOnSection(XmlElement element) {
    return Stream.concat(element.lineage(), element.descendants())
        .anyMatch(each -> each.name().equalsIgnoreCase(SECTION));
  }

  /** Whether what is to be done is nothing that is known. */
  static boolean isUnknown(XmlElement element) {
    return transform(element).filter(order -> Operation.of(order).isEmpty()).isPresent();
  }
}
