package dev.autoheal.section;

import static java.util.stream.Collectors.toList;

import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code <monitoring>} element and what it says. Where an element stands twice the first is
 * taken.
 */
public record Section(
    XmlElement element,
    Optional<XmlElement> triggersElement,
    Optional<XmlElement> statusCodesElement,
    List<TriggerElement> triggers,
    Optional<ActionElement> action) {

  static Section of(XmlElement element) {
    Optional<XmlElement> triggersElement = element.first("triggers");
    Optional<XmlElement> statusCodes = triggersElement.flatMap(t -> t.first("statusCode"));
    List<TriggerElement> triggers = new ArrayList<>();
    for (Trigger trigger : Trigger.values()) {
      Optional<XmlElement> parent = trigger == Trigger.STATUS_CODES ? statusCodes : triggersElement;
      parent.stream()
          .flatMap(p -> p.elements(trigger.element()).stream())
          .limit(trigger == Trigger.STATUS_CODES ? Integer.MAX_VALUE : 1)
          .forEach(e -> triggers.add(TriggerElement.of(trigger, e)));
    }
    return new Section(
        element,
        triggersElement,
        statusCodes,
        List.copyOf(triggers),
        element.first("actions").map(ActionElement::of));
  }

  /** The triggers by what names them; those without a key are not among them. */
  public SortedMap<TriggerKey, List<TriggerElement>> byKey() {
    return triggers.stream()
        .filter(trigger -> trigger.key().isPresent())
        .collect(Collectors.groupingBy(t -> t.key().orElseThrow(), TreeMap::new, toList()));
  }

  /** Every value of every trigger. */
  public Stream<SectionValue> values() {
    return triggers.stream().flatMap(trigger -> trigger.values().values().stream());
  }

  /** The elements of the section that have a name documented for their place, itself first. */
  public Stream<XmlElement> documented() {
    return documented(element);
  }

  private static Stream<XmlElement> documented(XmlElement element) {
    List<String> names = Names.elements(element.name());
    return Stream.concat(
        Stream.of(element),
        element.elements().stream()
            .filter(child -> names.contains(child.name()))
            .flatMap(Section::documented));
  }

  /** Elements whose name nobody knows for their place. */
  public Stream<XmlElement> unknownElements() {
    return documented()
        .flatMap(
            parent ->
                parent.elements().stream()
                    .filter(child -> !Names.elements(parent.name()).contains(child.name()))
                    .filter(child -> !Names.isUndocumentedElement(parent.name(), child.name())));
  }

  /** Elements that may stand once and stand a second time; {@code add} may be repeated. */
  public Stream<XmlElement> repeatedElements() {
    return documented()
        .filter(child -> child != element && !child.name().equals("add"))
        .filter(child -> child.parent().orElseThrow().first(child.name()).orElseThrow() != child);
  }

  /** Whether its parts can be told apart, so that a single one can be rewritten. */
  public boolean isPatchable() {
    return unknownElements().findAny().isEmpty() && repeatedElements().findAny().isEmpty();
  }
}
