package dev.autoheal.section;

import dev.autoheal.xdt.TransformKind;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an XDT transform does with the sections that stand in it.
 *
 * @param whole those it brings in as they stand; an empty one that is there for another to replace
 *     is not among them
 * @param patching those that take out what the base has, or change parts of it
 * @param inert those that change nothing, or fail the publishing
 * @param unknown the {@code xdt:Transform} on, in and around sections that name no operation
 * @param path where its base file has its {@code system.webServer}
 */
public record TransformedSections(
    List<XmlElement> whole,
    List<XmlElement> patching,
    List<XmlElement> inert,
    List<XmlAttribute> unknown,
    SectionPath path) {
  public TransformedSections {
    whole = List.copyOf(whole);
    patching = List.copyOf(patching);
    inert = List.copyOf(inert);
    unknown = List.copyOf(unknown);
  }

  /** Sorts the {@code monitoring} elements of a transform whose base is not known. */
  static TransformedSections of(XmlDocument document, List<XmlElement> sections) {
    boolean isExtended = !sections.isEmpty() && isExtended(document);
    List<XmlElement> whole = new ArrayList<>();
    List<XmlElement> removing = new ArrayList<>();
    List<XmlElement> patching = new ArrayList<>();
    List<XmlElement> inert = new ArrayList<>();
    for (XmlElement section : sections) {
      if (isBroughtIn(section)) {
        whole.add(section);
      } else if (isTakenOut(section)) {
        removing.add(section);
      } else if (isPatched(section, isExtended)) {
        patching.add(section);
      } else {
        inert.add(section);
      }
    }
    if (whole.isEmpty()) {
      patching.addAll(removing);
    }
    return new TransformedSections(
        counted(whole),
        patching,
        inert,
        isExtended ? List.of() : unknown(sections),
        SectionPath.published());
  }

  /** Whether all that it does with sections is to bring in those that stand in it. */
  public boolean isPlain() {
    return !isPatching() && inert.isEmpty();
  }

  /** Whether it takes out what its base has of a section, or changes parts of it. */
  public boolean isPatching() {
    return !patching.isEmpty();
  }

  /** The same over a base that has its {@code system.webServer} there. */
  TransformedSections over(SectionPath other) {
    return new TransformedSections(whole, patching, inert, unknown, other);
  }

  /** Some operations bring in an element and all in it. */
  public static boolean isBroughtIn(XmlElement element) {
    return operations(element.lineage()).anyMatch(TransformKind::bringsIn);
  }

  /** Others take an element out, with all in it. */
  public static boolean isTakenOut(XmlElement element) {
    return operations(element.lineage()).anyMatch(TransformKind::takesOut);
  }

  private static Stream<TransformKind> operations(Stream<XmlElement> elements) {
    return elements.flatMap(element -> TransformKind.of(element).stream());
  }

  /** An operation of a program that is imported may do anything. */
  private static boolean isPatched(XmlElement section, boolean isExtended) {
    return TransformKind.of(section).isPresent()
        || section.elements().stream()
            .flatMap(XmlElement::descendants)
            .anyMatch(part -> TransformKind.attribute(part).isPresent())
        || (isExtended
            && section.lineage().anyMatch(outer -> TransformKind.attribute(outer).isPresent()));
  }

  private static boolean isExtended(XmlDocument document) {
    return document.root().descendants().anyMatch(element -> element.name().endsWith(":Import"));
  }

  /** What stands around several sections is one. */
  private static List<XmlAttribute> unknown(List<XmlElement> sections) {
    return sections.stream()
        .flatMap(section -> Stream.concat(section.lineage(), section.descendants()))
        .distinct()
        .flatMap(element -> TransformKind.attribute(element).stream())
        .filter(operation -> TransformKind.of(operation).isEmpty())
        .toList();
  }

  /** The last of several empty ones, and none beside one that says something. */
  private static List<XmlElement> counted(List<XmlElement> whole) {
    List<XmlElement> full = whole.stream().filter(section -> !isEmpty(section)).toList();
    return full.isEmpty() && !whole.isEmpty()
        ? whole.subList(whole.size() - 1, whole.size())
        : full;
  }

  private static boolean isEmpty(XmlElement section) {
    return section.elements().isEmpty()
        && section.attributes().stream().noneMatch(XmlAttribute::isPlain);
  }
}
