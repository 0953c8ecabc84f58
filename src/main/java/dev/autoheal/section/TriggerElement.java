package dev.autoheal.section;

import dev.autoheal.xml.XmlElement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A trigger in a section: an element and its documented attributes.
 *
 * @param trigger the kind of the trigger
 * @param element the element
 * @param values the documented attributes that the element has
 */
public record TriggerElement(
    Trigger trigger, XmlElement element, Map<Attribute, SectionValue> values) {

  /** Reads the documented attributes of an element. */
  static TriggerElement of(Trigger trigger, XmlElement element) {
    Map<Attribute, SectionValue> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : trigger.attributes()) {
      element
          .attribute(attribute.xmlName())
          .ifPresent(xml -> values.put(attribute, SectionValue.of(attribute, xml)));
    }
    return new TriggerElement(trigger, element, values);
  }

  /** Returns the key; empty for a status rule whose codes are missing, unreadable or tokens. */
  public Optional<TriggerKey> key() {
    if (trigger != Trigger.STATUS_CODES) {
      return Optional.of(TriggerKey.of(trigger));
    }
    boolean readable =
        values.containsKey(Attribute.STATUS_CODE)
            && readable(Attribute.STATUS_CODE)
            && readable(Attribute.SUB_STATUS_CODE)
            && readable(Attribute.WIN32_STATUS_CODE);
    return readable
        ? Optional.of(
            TriggerKey.of(
                new StatusKey(
                    code(Attribute.STATUS_CODE),
                    code(Attribute.SUB_STATUS_CODE),
                    code(Attribute.WIN32_STATUS_CODE))))
        : Optional.empty();
  }

  /**
   * Returns a value that can be read and makes sense; empty for any other value, and if the
   * attribute is missing.
   */
  public OptionalLong valid(Attribute attribute) {
    SectionValue value = values.get(attribute);
    return value == null || !value.is(SectionValue.State.VALID)
        ? OptionalLong.empty()
        : value.value();
  }

  /**
   * Returns whether AutoHeal can see what the trigger counts. This is always true for triggers
   * other than status rules.
   */
  public boolean isDetectable() {
    return new StatusKey(code(Attribute.STATUS_CODE), code(Attribute.SUB_STATUS_CODE), 0)
        .isDetectable();
  }

  private boolean readable(Attribute attribute) {
    return !values.containsKey(attribute) || values.get(attribute).value().isPresent();
  }

  private long code(Attribute attribute) {
    return values.containsKey(attribute) ? values.get(attribute).value().orElse(0) : 0;
  }
}
