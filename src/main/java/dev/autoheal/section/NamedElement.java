package dev.autoheal.section;

import dev.autoheal.text.InvisibleCharacters;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An element of a section that has a documented name for its place, and the names in it. */
public final class NamedElement {
  private static final Pattern FOREIGN_COMMENT =
      Pattern.compile("(//|#|/\\*|--|;(?=.)|REM\\b|!--)");

  private final XmlElement element;
  private final List<String> known;
  private final List<String> absent;
  private final List<XmlAttribute> unknown;

  NamedElement(XmlElement element) {
    this.element = element;
    this.known = SectionNames.attributes(element.name());
    this.absent = absent(element, known);
    this.unknown = unknown(element);
  }

  private static List<String> absent(XmlElement element, List<String> known) {
    List<String> absent = new ArrayList<>();
    for (String name : known) {
      if (element.attribute(name).isEmpty()) {
        absent.add(name);
      }
    }
    return absent;
  }

  private static List<XmlAttribute> unknown(XmlElement element) {
    List<XmlAttribute> unknown = new ArrayList<>();
    for (XmlAttribute attribute : element.attributes()) {
      if (!SectionNames.takes(element.name(), attribute)
          && !SectionNames.isUndocumentedAttribute(element.name(), attribute.name())) {
        unknown.add(attribute);
      }
    }
    return unknown;
  }

  /** The element in the file. */
  public XmlElement element() {
    return element;
  }

  /** Its name. */
  public String name() {
    return element.name();
  }

  /** The names of all attributes that it is documented to take. */
  public List<String> knownAttributes() {
    return known;
  }

  /** Those of {@link #knownAttributes} that it does not have. */
  public List<String> absentAttributes() {
    return absent;
  }

  /** The attributes it has that neither IIS nor ARM is known to have a meaning for. */
  public List<XmlAttribute> unknownAttributes() {
    return unknown;
  }

  /** The attribute that an unknown one stands for; one that is there already is not meant again. */
  public Optional<String> meantBy(XmlAttribute seen) {
    return SectionNames.meantBy(seen.name(), absent);
  }

  /**
   * Whether it lacks a documented attribute for good: no unknown attribute, child element or text
   * in it may be meant by that.
   */
  public boolean lacks(String attribute) {
    return absent.contains(attribute)
        && element.first(attribute).isEmpty()
        && !(element.attributes().isEmpty() && hasMeaningfulText())
        && unknown.stream()
            .map(this::meantBy)
            .allMatch(meant -> meant.isPresent() && !meant.get().equals(attribute));
  }

  /** Whether text stands right in it that may be meant as a part of it, not as a comment. */
  public boolean hasMeaningfulText() {
    return element
        .texts()
        .anyMatch(
            text ->
                DeploymentToken.isIn(text)
                    || (!InvisibleCharacters.isAll(text)
                        && foreignComment(text.strip()).isEmpty()));
  }

  /** The sign by which a text starts that is a comment in another language than XML. */
  public static Optional<String> foreignComment(String text) {
    Matcher sign = FOREIGN_COMMENT.matcher(text);
    return sign.lookingAt() ? Optional.of(sign.group()) : Optional.empty();
  }
}
