package dev.autoheal.section;

import dev.autoheal.xml.XmlAttribute;
import java.util.OptionalLong;

/**
 * A documented attribute of a trigger where it stands.
 *
 * @param value a number, seconds or KB; empty when the text is a token or not readable
 */
public record SectionValue(Attribute attribute, XmlAttribute xml, OptionalLong value) {
  static SectionValue of(Attribute attribute, XmlAttribute xml) {
    return new SectionValue(
        attribute,
        xml,
        attribute.type() == Attribute.Type.TIME_SPAN
            ? TimeSpan.parse(xml.value())
            : WholeNumber.parse(xml.value()));
  }

  /** Whether a deployment tool fills the value in. */
  public boolean isPlaceholder() {
    return Placeholder.isIn(xml.value());
  }
}
