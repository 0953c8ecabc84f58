package dev.autoheal.change;

import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionText;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the differences between two versions of a section in values that hold a deployment token. A
 * comparison with required values does not find them, since no policy can require a token.
 *
 * @param before the earlier section; empty when there is none
 * @param after the later section
 * @param locate returns the location of a span of the later section
 */
record PlaceholderDiff(Optional<Section> before, Section after, Function<Span, Location> locate) {

  /**
   * A trigger or the action of a section.
   *
   * @param key the trigger; empty for the action and for a status rule without readable codes
   * @param values its values by the names of their attributes
   * @param tokens the names of the attributes that hold a token
   */
  private record Part(
      String name,
      Optional<TriggerKey> key,
      String text,
      XmlElement element,
      Map<String, XmlAttribute> values,
      Set<String> tokens) {
    private static Part of(TriggerElement trigger) {
      Stream<XmlAttribute> values =
          trigger.values().keySet().stream()
              .flatMap(each -> trigger.element().attribute(each.xmlName()).stream());
      return new Part(
          trigger.trigger().policyName(),
          trigger.key(),
          SectionText.trigger(trigger),
          trigger.element(),
          byName(values),
          trigger.values().values().stream()
              .filter(value -> value.is(SectionValue.State.TOKEN))
              .map(SectionValue::name)
              .collect(Collectors.toSet()));
    }

    private static Part of(ActionElement action) {
      Stream<XmlAttribute> values =
          Stream.of(action.value(), action.exe(), action.parameters()).flatMap(Optional::stream);
      return new Part(
          "action",
          Optional.empty(),
          SectionText.action(action),
          action.element(),
          byName(values),
          byName(action.tokens().stream()).keySet());
    }

    private static Map<String, XmlAttribute> byName(Stream<XmlAttribute> values) {
      return values.collect(Collectors.toMap(XmlAttribute::name, Function.identity()));
    }

    private Optional<XmlAttribute> value(String attribute) {
      return Optional.ofNullable(values.get(attribute));
    }

    /** Returns whether the other one is an earlier version of this one. */
    private boolean continues(Part other) {
      boolean isKnown = key.isPresent() || name.equals("action");
      return name.equals(other.name)
          && key.equals(other.key)
          && (isKnown || text.equals(other.text));
    }

    private boolean isIn(Difference difference) {
      return difference.name().equals(name) && difference.changes().get(0).key().equals(key);
    }
  }

  /**
   * Adds these differences to those of the other values. The values of one trigger, and those of
   * the action, are one difference.
   */
  void addTo(List<Difference> differences) {
    List<Part> earlier = before.map(PlaceholderDiff::parts).orElse(List.of());
    for (Part now : parts(after)) {
      Optional<Difference> known = differences.stream().filter(now::isIn).findFirst();
      difference(earlier.stream().filter(now::continues).findFirst(), now, known)
          .ifPresent(
              found -> {
                known.ifPresent(differences::remove);
                differences.add(found);
              });
    }
    differences.sort(Comparator.comparing(Difference::kind));
  }

  private static List<Part> parts(Section section) {
    return Stream.concat(
            section.triggers().stream().map(Part::of), section.action().stream().map(Part::of))
        .toList();
  }

  /**
   * Returns the difference of a trigger or of the action; empty when no token differs.
   *
   * @param known the difference in other values, which becomes part of it
   */
  private Optional<Difference> difference(
      Optional<Part> then, Part now, Optional<Difference> known) {
    List<Change> changes = new ArrayList<>(known.map(Difference::changes).orElse(List.of()));
    Set<String> names = new TreeSet<>(now.values.keySet());
    then.ifPresent(each -> names.addAll(each.values.keySet()));
    List<Change> own = names.stream().flatMap(name -> change(name, then, now).stream()).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    own.forEach(each -> changes.removeIf(other -> other.attribute().equals(each.attribute())));
    changes.addAll(own);
    boolean isNew = then.isEmpty();
    return Optional.of(
        new Difference(
            isNew ? Change.Kind.ADD : Change.Kind.SET,
            now.name,
            then.map(Part::text).orElse(""),
            now.text,
            (isNew ? "new: " : "") + Effect.UNKNOWN.words(),
            changes.stream().map(each -> each.as(Effect.UNKNOWN)).toList()));
  }

  /** Returns the change of a value; empty when it is equal or holds no token. */
  private Optional<Change> change(String name, Optional<Part> then, Part now) {
    Optional<XmlAttribute> earlier = then.flatMap(part -> part.value(name));
    Optional<XmlAttribute> later = now.value(name);
    Optional<String> from = earlier.map(XmlAttribute::value);
    Optional<String> to = later.map(XmlAttribute::value);
    boolean isToken =
        now.tokens.contains(name) || then.filter(part -> part.tokens.contains(name)).isPresent();
    return from.equals(to) || !isToken
        ? Optional.empty()
        : Optional.of(
            new Change(
                now.key,
                Optional.of(name),
                from,
                to,
                Effect.UNKNOWN,
                locate.apply(later.map(XmlAttribute::valueSpan).orElse(now.element.startTag())),
                earlier
                    .map(XmlAttribute::valueSpan)
                    .orElseGet(() -> then.map(Part::element).orElse(after.element()).startTag())));
  }
}
