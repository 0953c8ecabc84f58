package dev.autoheal.rule;

import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that one rule says cannot be read, and that no other rule therefore judges. */
final class UnreadableValues {
  private UnreadableValues() {}

  /** Numbers and time spans; tokens are not among them. */
  static Stream<SectionValue> in(Section section) {
    return section.values().filter(value -> value.value().isEmpty() && !value.isPlaceholder());
  }

  /** The action, if its name is none that is known; a blank one is rather missing. */
  static Optional<XmlAttribute> action(Section section) {
    return section
        .action()
        .flatMap(ActionElement::value)
        .filter(value -> !dev.autoheal.section.Placeholder.isIn(value.value()))
        .filter(value -> !value.value().isBlank())
        .filter(value -> Action.Kind.of(value.value()).isEmpty());
  }

  /** Where all of them stand. */
  static Set<Span> spans(Section section) {
    return Stream.concat(in(section).map(SectionValue::xml), action(section).stream())
        .map(XmlAttribute::valueSpan)
        .collect(Collectors.toSet());
  }
}
