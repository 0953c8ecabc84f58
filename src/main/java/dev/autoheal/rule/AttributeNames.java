package dev.autoheal.rule;

import dev.autoheal.section.Names;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** The names of the attributes of one element of a section, told apart once: there can be many. */
final class AttributeNames {
  private final XmlElement element;
  private final List<String> known;
  private final List<String> absent;
  private final List<XmlAttribute> unknown;

  AttributeNames(XmlElement element) {
    this.element = element;
    this.known = Names.attributes(element.name());
    this.absent = known.stream().filter(name -> element.attribute(name).isEmpty()).toList();
    this.unknown =
        element.attributes().stream()
            .filter(attribute -> !Names.takes(element.name(), attribute))
            .filter(attribute -> !Names.isUndocumentedAttribute(element.name(), attribute.name()))
            .toList();
  }

  XmlElement element() {
    return element;
  }

  /** All that the element is documented to take. */
  List<String> known() {
    return known;
  }

  /** Those of {@link #known} that do not stand. */
  List<String> absent() {
    return absent;
  }

  /** Those that stand and that nobody knows for this element. */
  List<XmlAttribute> unknown() {
    return unknown;
  }

  /** What an unknown one stands for; a name that is there already is not meant again. */
  Optional<String> meant(XmlAttribute seen) {
    return Meant.by(seen.name(), absent);
  }
}
