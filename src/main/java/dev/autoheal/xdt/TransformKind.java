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

/** What a transform does with an element of its base, by {@code xdt:Transform}. */
public enum TransformKind {
  INSERT("Insert", Treatment.BRINGS_IN),
  INSERT_IF_MISSING("InsertIfMissing", Treatment.BRINGS_IN),
  INSERT_BEFORE("InsertBefore", Treatment.BRINGS_IN),
  INSERT_AFTER("InsertAfter", Treatment.BRINGS_IN),
  REPLACE("Replace", Treatment.BRINGS_IN),
  REMOVE("Remove", Treatment.TAKES_OUT),
  REMOVE_ALL("RemoveAll", Treatment.TAKES_OUT),
  COMMENT_OUT("CommentOut", Treatment.TAKES_OUT),
  SET_ATTRIBUTES("SetAttributes", Treatment.PATCHES),
  REMOVE_ATTRIBUTES("RemoveAttributes", Treatment.PATCHES),
  SET_TOKENIZED_ATTRIBUTES("SetTokenizedAttributes", Treatment.PATCHES);

  /** What becomes of an element and all in it. */
  private enum Treatment {
    BRINGS_IN,
    TAKES_OUT,
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

  /** As a transform writes it. */
  public String xmlName() {
    return xmlName;
  }

  /** Whether what it stands on is in the result, with all that stands in it. */
  public boolean bringsIn() {
    return treatment == Treatment.BRINGS_IN;
  }

  /** Whether what it stands on is not in the result. */
  public boolean takesOut() {
    return treatment == Treatment.TAKES_OUT;
  }

  /** Whether it changes what stands and leaves it where it is. */
  public boolean patches() {
    return treatment == Treatment.PATCHES;
  }

  /** The attribute that names the operation on an element. */
  public static Optional<XmlAttribute> attribute(XmlElement element) {
    return element.attribute(XmlDocument.XDT, "Transform");
  }

  /** What an element says, if it says something that is known; letter case counts. */
  public static Optional<TransformKind> of(XmlElement element) {
    return attribute(element).flatMap(TransformKind::of);
  }

  /** What {@code xdt:Transform} says, if that is known. */
  public static Optional<TransformKind> of(XmlAttribute attribute) {
    String name = name(attribute);
    return Stream.of(values()).filter(each -> each.xmlName.equals(name)).findFirst();
  }

  /** What {@code xdt:Transform} was probably meant to say. */
  public static Optional<String> nearest(XmlAttribute attribute) {
    List<String> names = Stream.of(values()).map(TransformKind::xmlName).toList();
    return Spelling.nearest(name(attribute), names);
  }

  /** What {@code xdt:Transform} says, without its arguments. */
  public static String name(XmlAttribute attribute) {
    Matcher form = FORM.matcher(attribute.value());
    return form.matches() ? form.group(1) : attribute.value();
  }

  /** Whether an element is a section, in any letter case, or lies in one, or one lies in it. */
  public static boolean bearsOnSection(XmlElement element) {
    return Stream.concat(element.lineage(), element.descendants())
        .anyMatch(each -> each.name().equalsIgnoreCase("monitoring"));
  }

  /** Whether {@code xdt:Transform} on an element says nothing that is known. */
  public static boolean isUnknown(XmlElement element) {
    return attribute(element).filter(order -> of(order).isEmpty()).isPresent();
  }
}
