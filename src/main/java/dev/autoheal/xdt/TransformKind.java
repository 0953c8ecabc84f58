package dev.autoheal.xdt;

import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The operations that {@code xdt:Transform} names, by what they do to an element of the base. */
public enum TransformKind {
  /** Appends the element to its parent. */
  INSERT("Insert", Treatment.INSERTS),
  /** Appends the element to its parent, unless there is one already. */
  INSERT_IF_MISSING("InsertIfMissing", Treatment.INSERTS),
  /** Inserts the element before another one. */
  INSERT_BEFORE("InsertBefore", Treatment.INSERTS),
  /** Inserts the element after another one. */
  INSERT_AFTER("InsertAfter", Treatment.INSERTS),
  /** Replaces the first element that it finds. */
  REPLACE("Replace", Treatment.INSERTS),
  /** Removes the first element that it finds. */
  REMOVE("Remove", Treatment.REMOVES),
  /** Removes all elements that it finds. */
  REMOVE_ALL("RemoveAll", Treatment.REMOVES),
  /**
   * Takes elements out of the result; some versions of the engine know it, and none documents it.
   */
  COMMENT_OUT("CommentOut", Treatment.REMOVES),
  /** Sets attributes of the elements that it finds. */
  SET_ATTRIBUTES("SetAttributes", Treatment.PATCHES),
  /** Removes attributes of the elements that it finds. */
  REMOVE_ATTRIBUTES("RemoveAttributes", Treatment.PATCHES),
  /** Changes attributes; some versions of the engine know it, and none documents it. */
  SET_TOKENIZED_ATTRIBUTES("SetTokenizedAttributes", Treatment.PATCHES);

  /** What happens to an element and everything in it. */
  private enum Treatment {
    INSERTS,
    REMOVES,
    PATCHES
  }

  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w+)(\\s*\\(.*\\))?\\s*", Pattern.DOTALL);

  private final String xmlName;
  private final Treatment treatment;

  TransformKind(String xmlName, Treatment treatment) {
    this.xmlName = xmlName;
    this.treatment = treatment;
  }

  /** Returns the name as a transform writes it. */
  public String xmlName() {
    return xmlName;
  }

  /** Returns whether the element that has the operation is in the result, with everything in it. */
  public boolean bringsIn() {
    return treatment == Treatment.INSERTS;
  }

  /** Returns whether the element that has the operation is not in the result. */
  public boolean takesOut() {
    return treatment == Treatment.REMOVES;
  }

  /** Returns whether the operation changes an existing element and leaves it in its place. */
  public boolean patches() {
    return treatment == Treatment.PATCHES;
  }

  /** Returns the attribute {@code xdt:Transform} of an element. */
  public static Optional<XmlAttribute> attribute(XmlElement element) {
    return element.attribute(XmlDocument.XDT, "Transform");
  }

  /**
   * Returns the operation of an element; empty if it has none or an unknown one. Letter case
   * counts.
   */
  public static Optional<TransformKind> of(XmlElement element) {
    return attribute(element).flatMap(TransformKind::of);
  }

  /**
   * Returns the operation that {@code xdt:Transform} names; empty if it is unknown. Letter case
   * counts.
   */
  public static Optional<TransformKind> of(XmlAttribute attribute) {
    String name = name(attribute);
    return Stream.of(values()).filter(each -> each.xmlName.equals(name)).findFirst();
  }

  /**
   * Returns the name that {@code xdt:Transform} was probably meant to have; empty if no name is
   * near.
   */
  public static Optional<String> nearest(XmlAttribute attribute) {
    List<String> names = Stream.of(values()).map(TransformKind::xmlName).toList();
    return Spelling.nearest(name(attribute), names);
  }

  /** Returns the value of {@code xdt:Transform} without its arguments. */
  public static String name(XmlAttribute attribute) {
    Matcher form = FORM.matcher(attribute.value());
    return form.matches() ? form.group(1) : attribute.value();
  }

  /**
   * Returns whether an element is a section, contains one or lies in one. Letter case does not
   * count.
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
