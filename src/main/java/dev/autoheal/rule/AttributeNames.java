package dev.autoheal.rule;

import dev.autoheal.section.Names;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** The names of the attributes of one element of a section, told apart. */
record AttributeNames(XmlElement element) {
  /** All that the element is documented to take. */
  List<String> known() {
    return Names.attributes(element.name());
  }

  /** Those of {@link #known} that do not stand. */
  List<String> absent() {
    return known().stream().filter(name -> element.attribute(name).isEmpty()).toList();
  }

  /** Those that stand and that nobody knows for this element. */
  List<XmlAttribute> unknown() {
    return element.attributes().stream()
        .filter(attribute -> !Names.takes(element.name(), attribute))
        .filter(attribute -> !Names.isUndocumentedAttribute(element.name(), attribute.name()))
        .toList();
  }

  /** What an unknown one stands for; a name that is there already is not meant again. */
  Optional<String> meant(XmlAttribute unknown) {
    return Meant.by(unknown.name(), absent());
  }
}
