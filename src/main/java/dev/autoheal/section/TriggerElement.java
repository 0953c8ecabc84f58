package dev.autoheal.section;

import dev.autoheal.xml.XmlElement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One trigger where it stands: an element and its documented attributes. */
public record TriggerElement(
    Trigger trigger, XmlElement element, Map<Attribute, SectionValue> values) {

  static TriggerElement of(Trigger trigger, XmlElement element) {
    Map<Attribute, SectionValue> values = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      if (trigger.required().contains(attribute) || trigger.optional().contains(attribute)) {
        element
            .attribute(attribute.xmlName())
            .ifPresent(xml -> values.put(attribute, SectionValue.of(attribute, xml)));
      }
    }
    return new TriggerElement(trigger, element, values);
  }

  /** What names it; empty for a status rule whose codes are missing, unreadable or tokens. */
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

  /** A value that can be read and makes sense; empty for any other, and where it is missing. */
  public OptionalLong valid(Attribute attribute) {
    SectionValue value = values.get(attribute);
    return value == null || !value.is(SectionValue.State.VALID)
        ? OptionalLong.empty()
        : value.value();
  }

  /** Whether AutoHeal can see what it counts; other triggers than status rules always are. */
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
