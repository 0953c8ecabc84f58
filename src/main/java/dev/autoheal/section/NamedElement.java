package dev.autoheal.section;

import dev.autoheal.text.InvisibleCharacters;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element of a section with a documented name for its place. It knows which attributes the
 * element has and lacks.
 */
public final class NamedElement {
  private static final Pattern FOREIGN_COMMENT =
      Pattern.compile("(//|#|/\\*|--|;(?=.)|REM\\b|!--)");

  private final XmlElement element;
  private final List<String> known;
  private final List<String> absent;
  private final List<XmlAttribute> unknown;

  /** Compares the attributes of an element with the documented ones. */
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
    return List.copyOf(absent);
  }

  private static List<XmlAttribute> unknown(XmlElement element) {
    List<XmlAttribute> unknown = new ArrayList<>();
    for (XmlAttribute attribute : element.attributes()) {
      if (!SectionNames.takes(element.name(), attribute)
          && !SectionNames.isUndocumentedAttribute(element.name(), attribute.name())) {
        unknown.add(attribute);
      }
    }
    return List.copyOf(unknown);
  }

  /** Returns the element in the file. */
  public XmlElement element() {
    return element;
  }

  /** Returns the name of the element. */
  public String name() {
    return element.name();
  }

  /** Returns the names of all attributes that are documented for the element. */
  public List<String> knownAttributes() {
    return known;
  }

  /** Returns those of {@link #knownAttributes} that the element does not have. */
  public List<String> absentAttributes() {
    return absent;
  }

  /** Returns the attributes of the element that have no known meaning in IIS or ARM. */
  public List<XmlAttribute> unknownAttributes() {
    return unknown;
  }

  /**
   * Returns the attribute that an unknown one probably means; empty if none is near. An attribute
   * that the element already has is not considered.
   */
  public Optional<String> meantBy(XmlAttribute seen) {
    return SectionNames.meantBy(seen.name(), absent);
  }

  /**
   * Returns whether a documented attribute is really missing. It is not if an unknown attribute, a
   * child element or a text in the element may mean it.
   */
  public boolean lacks(String attribute) {
    return absent.contains(attribute)
        && element.first(attribute).isEmpty()
        && !(element.attributes().isEmpty() && hasMeaningfulText())
        && unknown.stream()
            .map(this::meantBy)
            .allMatch(meant -> meant.isPresent() && !meant.get().equals(attribute));
  }

  /**
   * Returns whether the element directly contains text that may be meant as a part of it, not as a
   * comment.
   */
  public boolean hasMeaningfulText() {
    return element
        .texts()
        .anyMatch(
            text ->
                DeploymentToken.isIn(text)
                    || (!InvisibleCharacters.isAll(text)
                        && foreignComment(text.strip()).isEmpty()));
  }

  /**
   * Returns the sign at the start of a text that marks a comment in a language other than XML;
   * empty if there is none.
   */
  public static Optional<String> foreignComment(String text) {
    Matcher sign = FOREIGN_COMMENT.matcher(text);
    return sign.lookingAt() ? Optional.of(sign.group()) : Optional.empty();
  }
}
