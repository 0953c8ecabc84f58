package dev.autoheal.xdt;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations that {@code xdt:Transform} names. Two of them are known from some versions of
 * Microsoft's engine alone, and are not carried out here.
 */
public enum TransformType {
  /** Appends the element to its parent. */
  INSERT("Insert", Treatment.INSERTS),
  /** Appends the element to its parent, unless the locator finds one already. */
  INSERT_IF_MISSING("InsertIfMissing", Treatment.INSERTS),
  /** Inserts the element before the first element that its argument finds. */
  INSERT_BEFORE("InsertBefore", Treatment.INSERTS),
  /** Inserts the element after the first element that its argument finds. */
  INSERT_AFTER("InsertAfter", Treatment.INSERTS),
  /** Replaces the first target. */
  REPLACE("Replace", Treatment.INSERTS),
  /** Removes the first target. */
  REMOVE("Remove", Treatment.REMOVES),
  /** Removes all targets. */
  REMOVE_ALL("RemoveAll", Treatment.REMOVES),
  /**
   * Removes elements from the result; some versions of the engine know it, and none documents it.
   */
  COMMENT_OUT("CommentOut", Treatment.REMOVES),
  /**
   * Sets attributes of all targets: those that its arguments name, or all that the element of the
   * transform has.
   */
  SET_ATTRIBUTES("SetAttributes", Treatment.PATCHES),
  /** Removes attributes of all targets: those that its arguments name, or all. */
  REMOVE_ATTRIBUTES("RemoveAttributes", Treatment.PATCHES),
  /** Changes attributes; some versions of the engine know it, and none documents it. */
  SET_TOKENIZED_ATTRIBUTES("SetTokenizedAttributes", Treatment.PATCHES);

  /** What happens to an element and everything in it. */
  private enum Treatment {
    INSERTS,
    REMOVES,
    PATCHES
  }

  private static final Map<String, TransformType> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(TransformType::xmlName, type -> type));

  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w+)(\\s*\\(.*\\))?\\s*", Pattern.DOTALL);

  private final String xmlName;
  private final Treatment treatment;

  TransformType(String xmlName, Treatment treatment) {
    this.xmlName = xmlName;
    this.treatment = treatment;
  }

  /** Returns the name as a transform writes it. */
  public String xmlName() {
    return xmlName;
  }

  /** Returns whether the element that has the operation is in the result, with everything in it. */
  public boolean inserts() {
    return treatment == Treatment.INSERTS;
  }

  /** Returns whether the element that has the operation is not in the result. */
  public boolean removes() {
    return treatment == Treatment.REMOVES;
  }

  /** Returns whether the operation changes an existing element and leaves it in its place. */
  public boolean patches() {
    return treatment == Treatment.PATCHES;
  }

  /**
   * Returns whether the operation inserts an element next to those that are there; its target is
   * then the parent.
   */
  public boolean isInsert() {
    return treatment == Treatment.INSERTS && this != REPLACE;
  }

  /** Returns whether a path in the argument says where the operation inserts. */
  public boolean takesPath() {
    return this == INSERT_BEFORE || this == INSERT_AFTER;
  }

  /** Returns whether the operation changes only the first of several targets. */
  boolean takesOne() {
    return this == REPLACE || this == REMOVE;
  }

  /** Returns whether the operation is carried out here. */
  boolean isSupported() {
    return this != COMMENT_OUT && this != SET_TOKENIZED_ATTRIBUTES;
  }

  /** Returns the operation of this name; empty if it is unknown. Letter case counts. */
  static Optional<TransformType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the attribute {@code xdt:Transform} of an element. */
  public static Optional<XmlAttribute> attribute(XmlElement element) {
    return element.attribute(XmlDocument.XDT, "Transform");
  }

  /**
   * Returns the operation of an element; empty if it has none or an unknown one. Letter case
   * counts.
   */
  public static Optional<TransformType> of(XmlElement element) {
    return attribute(element).flatMap(TransformType::of);
  }

  /**
   * Returns the operation that {@code xdt:Transform} names; empty if it is unknown. Letter case
   * counts.
   */
  public static Optional<TransformType> of(XmlAttribute attribute) {
    return named(name(attribute));
  }

  /**
   * Returns the name that {@code xdt:Transform} was probably meant to have; empty if no name is
   * near.
   */
  public static Optional<String> nearest(XmlAttribute attribute) {
    List<String> names = Stream.of(values()).map(TransformType::xmlName).toList();
    return Spelling.nearest(name(attribute), names);
  }

  /** Returns the value of {@code xdt:Transform} without its arguments. */
  public static String name(XmlAttribute attribute) {
    Matcher form = FORM.matcher(attribute.value());
    return form.matches() ? form.group(1) : attribute.value();
  }

  /**
   * Returns whether an element is a section, contains one or is in one. Letter case does not count.
   */
  public static boolean bearsOnSection(XmlElement element) {
    return Stream.concat(element.lineage(), element.descendants())
        .anyMatch(each -> each.name().equalsIgnoreCase("monitoring"));
  }

  /** Returns whether an element has {@code xdt:Transform} with an unknown operation. */
  public static boolean isUnknown(XmlElement element) {
    return attribute(element).filter(xml -> of(xml).isEmpty()).isPresent();
  }
}
