package dev.autoheal.section;

import static java.util.stream.Collectors.toList;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code <monitoring>} element and its content. If an element is repeated, the first one counts.
 *
 * @param element the {@code monitoring} element
 * @param triggersElement its {@code triggers} element
 * @param statusCodesElement the {@code statusCode} collection in {@code triggersElement}
 * @param triggers the triggers in the order of {@link Trigger}, with each {@code add} of the
 *     collection
 * @param action its first element for an action; empty when there is none
 * @param index its elements by their names
 */
public record Section(
    XmlElement element,
    Optional<XmlElement> triggersElement,
    Optional<XmlElement> statusCodesElement,
    List<TriggerElement> triggers,
    Optional<ActionElement> action,
    SectionIndex index) {

  /** Reads a {@code monitoring} element. */
  static Section of(XmlElement element) {
    Optional<XmlElement> triggersElement = element.first("triggers");
    Optional<XmlElement> statusCodes = triggersElement.flatMap(t -> t.first("statusCode"));
    List<TriggerElement> triggers = new ArrayList<>();
    for (Trigger trigger : Trigger.values()) {
      if (trigger != Trigger.STATUS_CODES) {
        triggersElement
            .flatMap(parent -> parent.first(trigger.element()))
            .ifPresent(each -> triggers.add(TriggerElement.of(trigger, each)));
      } else if (statusCodes.isPresent()) {
        for (XmlElement each : statusCodes.get().elements(trigger.element())) {
          triggers.add(TriggerElement.of(trigger, each));
        }
      }
    }
    return new Section(
        element,
        triggersElement,
        statusCodes,
        List.copyOf(triggers),
        element.first("actions").map(ActionElement::of),
        SectionIndex.of(element));
  }

  /** Groups the triggers by key; a trigger without a key is left out. */
  public SortedMap<TriggerKey, List<TriggerElement>> byKey() {
    return triggers.stream()
        .filter(trigger -> trigger.key().isPresent())
        .collect(Collectors.groupingBy(t -> t.key().orElseThrow(), TreeMap::new, toList()));
  }

  /** Returns every value of every trigger. */
  public Stream<SectionValue> values() {
    return triggers.stream().flatMap(trigger -> trigger.values().values().stream());
  }

  /** Returns the values of triggers that have the state. */
  public Stream<SectionValue> values(SectionValue.State state) {
    return values().filter(value -> value.is(state));
  }

  /**
   * Returns whether the parts of the section are unambiguous, so that a single one can be
   * rewritten. They are if no element is unknown or repeated.
   */
  public boolean isPatchable() {
    return index.unknown().isEmpty() && index.repeated().isEmpty();
  }

  /** Returns the spans of the values that cannot be read, including that of the action. */
  public Set<Span> unreadable() {
    Set<Span> spans = new HashSet<>();
    values(SectionValue.State.UNREADABLE).forEach(value -> spans.add(value.span()));
    action.flatMap(ActionElement::unknownValue).ifPresent(value -> spans.add(value.valueSpan()));
    return spans;
  }

  /**
   * Returns the place where the action is missing. It is empty when an action is given in any form,
   * and when there is no trigger.
   */
  public Optional<Span> missingAction() {
    if (triggers.isEmpty()) {
      return Optional.empty();
    }
    if (action.isEmpty()) {
      return index.lacks(element, "actions") ? Optional.of(element.startTag()) : Optional.empty();
    }
    XmlElement actions = action.get().element();
    if (action.get().value().isPresent()) {
      return action.get().value().filter(v -> v.value().isBlank()).map(XmlAttribute::valueSpan);
    }
    boolean isOther = index.unknown().stream().anyMatch(e -> e.parent().orElseThrow() == actions);
    return index.named(actions).lacks("value") && !isOther
        ? Optional.of(actions.startTag())
        : Optional.empty();
  }

  /**
   * Returns the place where the program that {@code CustomAction} starts, or its name, is missing;
   * empty if nothing is missing.
   */
  public Optional<Span> missingProgram() {
    return action
        .filter(each -> each.kind().equals(Optional.of(Action.Kind.CUSTOM_ACTION)))
        .flatMap(this::missingProgram);
  }

  private Optional<Span> missingProgram(ActionElement custom) {
    if (custom.program().isEmpty()) {
      boolean isAttribute =
          Stream.of("exe", "parameters")
              .anyMatch(name -> custom.element().attribute(name).isPresent());
      return !isAttribute && index.lacks(custom.element(), "customAction")
          ? Optional.of(custom.element().startTag())
          : Optional.empty();
    }
    if (custom.exe().isPresent()) {
      return custom.exe().filter(exe -> exe.value().isBlank()).map(XmlAttribute::valueSpan);
    }
    XmlElement program = custom.program().get();
    boolean isMissing = index.named(program).lacks("exe") && program.elements().isEmpty();
    return isMissing ? Optional.of(program.startTag()) : Optional.empty();
  }
}
