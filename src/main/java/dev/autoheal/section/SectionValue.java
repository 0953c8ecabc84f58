package dev.autoheal.section;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import java.util.OptionalLong;

/**
 * A value of a trigger as the section states it.
 *
 * @param attribute the attribute that holds the value
 * @param text the value as it is written
 * @param span the span of the text in its file, inside the quotes
 * @param value a number, seconds or KB (1024 bytes), by the type of the attribute; empty for a
 *     token and for text that cannot be read
 * @param state how far the value can be used
 */
public record SectionValue(
    Attribute attribute, String text, Span span, OptionalLong value, State state) {

  /** The states of a value, by how far it can be used. */
  public enum State {
    /** The value can be read and makes sense. */
    VALID,
    /** A deployment tool fills in the value. */
    TOKEN,
    /** The text is neither a value of its type nor a token. */
    UNREADABLE,
    /**
     * The value can be read but cannot be intended. Examples are a count or time of 0, memory that
     * the portal refuses, and a status that no response has.
     */
    OUT_OF_RANGE
  }

  /** Reads the value of an attribute. */
  static SectionValue of(Attribute attribute, XmlAttribute xml) {
    String text = xml.value();
    OptionalLong value =
        attribute.type() == Attribute.Type.TIME_SPAN
            ? TimeSpan.parse(text)
            : WholeNumber.parse(text);
    return new SectionValue(attribute, text, xml.valueSpan(), value, state(attribute, text, value));
  }

  private static State state(Attribute attribute, String text, OptionalLong value) {
    if (value.isPresent()) {
      return isInRange(attribute, value.getAsLong()) ? State.VALID : State.OUT_OF_RANGE;
    }
    return DeploymentToken.isIn(text) ? State.TOKEN : State.UNREADABLE;
  }

  private static boolean isInRange(Attribute attribute, long value) {
    return switch (attribute) {
      case COUNT, TIME_INTERVAL, TIME_TAKEN -> value > 0;
      case PRIVATE_BYTES -> value > MemorySize.PORTAL_FLOOR && value <= MemorySize.PORTAL_MAXIMUM;
      case STATUS_CODE -> value >= 100 && value <= 599;
      case SUB_STATUS_CODE, WIN32_STATUS_CODE -> true;
    };
  }

  /** Returns the name of the attribute in web.config. */
  public String name() {
    return attribute.xmlName();
  }

  /** Returns the attribute as the file has it: {@code count="ten"}. */
  public String quoted() {
    return Quoted.attribute(name(), text);
  }

  /**
   * Returns the attribute as the file has it, and an amount of memory in its largest unit as well:
   * {@code privateBytesInKB="819200" (800 MB)}.
   */
  public String quotedWithUnit() {
    return attribute.type() == Attribute.Type.KILOBYTES && value.isPresent()
        ? "%s (%s)".formatted(quoted(), MemorySize.brief(value.getAsLong()))
        : quoted();
  }

  /** Returns whether the value has the state. */
  public boolean is(State other) {
    return state == other;
  }
}
