package dev.autoheal.init;

import dev.autoheal.policy.read.PolicyValues;
import dev.autoheal.section.Action;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.Settings;
import dev.autoheal.section.Trigger;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Secrets;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Imports the values of one section. In doubt it omits a value, because a policy may require less
 * than the section has.
 */
final class SectionImporter {
  private static final int MOST_LEFT_OUT = 20;
  private static final String UNKNOWN_ATTRIBUTE = "unknown attribute";
  private static final String UNREADABLE = "unreadable";
  private static final String MISSING = "missing";
  private static final String NOT_ALLOWED = "not allowed in a policy";

  private final Section section;
  private final Set<String> repeated;
  private final TreeMap<TriggerKey, Map<Attribute, Long>> triggers = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /** Creates an importer for one section. */
  SectionImporter(Section section) {
    this.section = section;
    this.repeated =
        section.index().repeated().stream().map(XmlElement::name).collect(Collectors.toSet());
  }

  /** Returns the values that a policy can require, and the rest as noun phrases. */
  ImportedSection describe() {
    if (!section.index().unknown().isEmpty()) {
      leftOut.add("unknown elements");
    }
    repeated.stream()
        .sorted()
        .forEach(name -> leftOut.add(because(Quoted.element(name), "duplicate")));
    section.triggers().stream()
        .filter(trigger -> trigger.key().isEmpty())
        .limit(1)
        .forEach(trigger -> leftOut.add("status rules with an unreadable status"));
    section.byKey().forEach(this::describe);
    dropRulesBeyondTheMost();
    Optional<Action> action = action();
    return new ImportedSection(new Settings(triggers, action), shortened());
  }

  /**
   * Limits the list to 20 entries and a count, because a section may have thousands of broken
   * rules.
   */
  private List<String> shortened() {
    List<String> first = new ArrayList<>(leftOut.stream().limit(MOST_LEFT_OUT).toList());
    if (leftOut.size() > MOST_LEFT_OUT) {
      first.add("%d more values".formatted(leftOut.size() - MOST_LEFT_OUT));
    }
    return first;
  }

  private static String because(String what, String reason) {
    return "%s (%s)".formatted(what, reason);
  }

  private void describe(TriggerKey key, List<TriggerElement> elements) {
    TriggerElement element = elements.get(0);
    boolean isReported = path(element.element()).map(XmlElement::name).anyMatch(repeated::contains);
    if (isReported) {
      return;
    }
    Optional<String> reason = whyNot(key, elements);
    if (reason.isPresent()) {
      leftOut.add(because(name(key), reason.get()));
      return;
    }
    Map<Attribute, Long> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : key.trigger().thresholds()) {
      Optional<String> refusal = whyNot(element.values().get(attribute), attribute);
      if (refusal.isPresent()) {
        leftOut.add(because(attribute.xmlName() + " of " + name(key), refusal.get()));
      } else {
        values.put(attribute, element.values().get(attribute).value().getAsLong());
      }
    }
    if (isShort(key, values)) {
      values.remove(Attribute.TIME_INTERVAL);
      leftOut.add(because("timeInterval of " + name(key), "less than timeTaken"));
    }
    if (!values.isEmpty()) {
      triggers.put(key, values);
    }
  }

  private void dropRulesBeyondTheMost() {
    List<TriggerKey> beyond =
        triggers.keySet().stream()
            .filter(key -> key.status().isPresent())
            .skip(PolicyValues.MOST_STATUS_RULES)
            .toList();
    if (!beyond.isEmpty()) {
      leftOut.add(because("%d status rules".formatted(beyond.size()), "too many for a policy"));
      triggers.keySet().removeAll(beyond);
    }
  }

  /** Returns an element and its ancestors, up to but without the section. */
  private Stream<XmlElement> path(XmlElement element) {
    return Stream.iterate(element, at -> at != section.element(), at -> at.parent().orElseThrow());
  }

  private Optional<String> whyNot(TriggerKey key, List<TriggerElement> elements) {
    if (elements.size() > 1) {
      return Optional.of("duplicate");
    }
    if (key.status().filter(status -> !PolicyValues.takes(status)).isPresent()) {
      return Optional.of(NOT_ALLOWED);
    }
    return hasUnknownAttribute(elements.get(0).element())
        ? Optional.of(UNKNOWN_ATTRIBUTE)
        : Optional.empty();
  }

  private static Optional<String> whyNot(SectionValue value, Attribute attribute) {
    if (value == null) {
      return Optional.of(MISSING);
    }
    if (value.value().isEmpty()) {
      return Optional.of(unreadable(value.is(SectionValue.State.TOKEN)));
    }
    return PolicyValues.value(attribute, value.value().getAsLong()).isEmpty()
        ? Optional.of(NOT_ALLOWED)
        : Optional.empty();
  }

  /**
   * Returns whether an element has an attribute that IIS does not know. It may be misspelled, and
   * without it the other values may mean something else.
   */
  private static boolean hasUnknownAttribute(XmlElement element) {
    return element.attributes().stream()
        .anyMatch(
            attribute ->
                !SectionNames.takes(element.name(), attribute)
                    && !SectionNames.isUndocumentedAttribute(element.name(), attribute.name()));
  }

  private static String unreadable(boolean isToken) {
    return isToken ? "placeholder" : UNREADABLE;
  }

  /**
   * Returns whether timeInterval is below timeTaken, which both the portal and the policy reader
   * refuse.
   */
  private static boolean isShort(TriggerKey key, Map<Attribute, Long> values) {
    return key.trigger() == Trigger.SLOW_REQUESTS
        && values.containsKey(Attribute.TIME_INTERVAL)
        && values.containsKey(Attribute.TIME_TAKEN)
        && values.get(Attribute.TIME_INTERVAL) < values.get(Attribute.TIME_TAKEN);
  }

  private static String name(TriggerKey key) {
    return key.status()
        .map(status -> "the rule for status " + status)
        .orElseGet(() -> Quoted.literal(key.trigger().policyName()));
  }

  private Optional<Action> action() {
    if (repeated.contains("actions") || repeated.contains("customAction")) {
      return Optional.empty();
    }
    Optional<String> reason = section.action().map(this::whyNot).orElse(missing());
    if (reason.isPresent()) {
      leftOut.add(because("the action", reason.get()));
      return Optional.empty();
    }
    return section.action().map(SectionImporter::imported);
  }

  private Optional<String> missing() {
    return section.triggers().isEmpty() ? Optional.empty() : Optional.of(MISSING);
  }

  private Optional<String> whyNot(ActionElement action) {
    if (Stream.concat(Stream.of(action.element()), action.program().stream())
        .anyMatch(SectionImporter::hasUnknownAttribute)) {
      return Optional.of(UNKNOWN_ATTRIBUTE);
    }
    if (action.kind().isEmpty()) {
      return action
          .value()
          .map(value -> unreadable(DeploymentToken.isIn(value.value())))
          .or(() -> Optional.of(MISSING));
    }
    if (action.kind().get() != Action.Kind.CUSTOM_ACTION) {
      return action.program().isPresent()
          ? Optional.of("has a program that it does not start")
          : Optional.empty();
    }
    if (!Secrets.in(text(action.exe()) + " " + text(action.parameters())).isEmpty()) {
      return Optional.of("contains a secret");
    }
    if (!action.tokens().isEmpty()) {
      return Optional.of("contains a placeholder");
    }
    if (text(action.exe()).isEmpty()) {
      return Optional.of("missing program");
    }
    return PolicyValues.takes(program(action)) ? Optional.empty() : Optional.of(NOT_ALLOWED);
  }

  private static Action imported(ActionElement action) {
    Action.Kind kind = action.kind().orElseThrow();
    return kind == Action.Kind.CUSTOM_ACTION
        ? new Action(kind, Optional.of(program(action)))
        : Action.of(kind);
  }

  private static Action.Program program(ActionElement action) {
    return new Action.Program(text(action.exe()), text(action.parameters()));
  }

  private static String text(Optional<XmlAttribute> attribute) {
    return attribute.map(XmlAttribute::value).orElse("");
  }
}
