package dev.autoheal.section;

import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sorts the sections in an XDT transform by what the transform does with them.
 *
 * @param whole the sections that it inserts as they are; an empty one that exists only for another
 *     one to replace it is left out
 * @param patching the sections that remove something from the base, or change parts of it
 * @param inert the sections that change nothing, or that make the publishing fail
 * @param unknown the {@code xdt:Transform} attributes on, in and around sections that name no known
 *     operation
 * @param path the path to the {@code system.webServer} of its base file
 */
public record TransformedSections(
    List<XmlElement> whole,
    List<XmlElement> patching,
    List<XmlElement> inert,
    List<XmlAttribute> unknown,
    SectionPath path) {
  private static final Set<String> AROUND =
      Set.of("configuration", "location", WebConfig.WEB_SERVER, "system.web");

  /** Copies the lists. */
  public TransformedSections {
    whole = List.copyOf(whole);
    patching = List.copyOf(patching);
    inert = List.copyOf(inert);
    unknown = List.copyOf(unknown);
  }

  /**
   * Sorts the {@code monitoring} elements of a transform whose base is not known.
   *
   * @param document the transform
   * @param sections its {@code monitoring} elements
   */
  static TransformedSections of(XmlDocument document, List<XmlElement> sections) {
    boolean isExtended = !sections.isEmpty() && isExtended(document);
    List<XmlElement> whole = new ArrayList<>();
    List<XmlElement> removing = new ArrayList<>();
    List<XmlElement> patching = new ArrayList<>();
    List<XmlElement> inert = new ArrayList<>();
    for (XmlElement section : sections) {
      if (isInserted(section)) {
        whole.add(section);
      } else if (isRemoved(section)) {
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

  /**
   * Returns whether the transform only inserts its sections and does nothing else with sections.
   */
  public boolean isPlain() {
    return !isPatching() && inert.isEmpty();
  }

  /** Returns whether the transform removes parts of the section of its base, or changes them. */
  public boolean isPatching() {
    return !patching.isEmpty();
  }

  /** Returns the same sections for a base with another path to its {@code system.webServer}. */
  TransformedSections over(SectionPath other) {
    return new TransformedSections(whole, patching, inert, unknown, other);
  }

  /**
   * Returns whether an element of a transform can affect the section. One with a path reaches any
   * place of the document, wherever it is in the transform.
   */
  public static boolean mayReach(XmlElement element) {
    boolean isAround =
        AROUND.contains(element.name()) && TransformType.attribute(element).isPresent();
    return isAround
        || element.name().equalsIgnoreCase("monitoring")
        || TransformType.of(element).filter(TransformType::takesPath).isPresent()
        || element
            .attribute(XmlDocument.XDT, "Locator")
            .filter(locator -> locator.value().strip().startsWith("XPath"))
            .isPresent();
  }

  /**
   * Returns whether an operation on the element, or on one around it, inserts the element with
   * everything in it.
   */
  public static boolean isInserted(XmlElement element) {
    return operations(element.lineage()).anyMatch(TransformType::inserts);
  }

  /**
   * Returns whether an operation on the element, or on one around it, removes the element with
   * everything in it.
   */
  public static boolean isRemoved(XmlElement element) {
    return operations(element.lineage()).anyMatch(TransformType::removes);
  }

  private static Stream<TransformType> operations(Stream<XmlElement> elements) {
    return elements.flatMap(element -> TransformType.of(element).stream());
  }

  /**
   * Returns whether a section may change parts of the base. An operation of an imported program may
   * do anything.
   */
  private static boolean isPatched(XmlElement section, boolean isExtended) {
    return TransformType.of(section).isPresent()
        || section.elements().stream()
            .flatMap(XmlElement::descendants)
            .anyMatch(part -> TransformType.attribute(part).isPresent())
        || (isExtended
            && section.lineage().anyMatch(outer -> TransformType.attribute(outer).isPresent()));
  }

  private static boolean isExtended(XmlDocument document) {
    return document.root().descendants().anyMatch(element -> element.name().endsWith(":Import"));
  }

  /**
   * Returns the attributes with an unknown operation. An attribute around several sections is
   * listed once.
   */
  private static List<XmlAttribute> unknown(List<XmlElement> sections) {
    return sections.stream()
        .flatMap(section -> Stream.concat(section.lineage(), section.descendants()))
        .distinct()
        .flatMap(element -> TransformType.attribute(element).stream())
        .filter(operation -> TransformType.of(operation).isEmpty())
        .toList();
  }

  /** Returns the sections that count: all that are not empty, or else the last empty one. */
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
