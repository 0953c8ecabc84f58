package dev.autoheal.section;

import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements of one section by how their names are known, from one walk over it. */
public final class SectionIndex {
  private final Map<XmlElement, NamedElement> byElement = new HashMap<>();
  private final List<NamedElement> elements = new ArrayList<>();
  private final List<XmlElement> unknown = new ArrayList<>();
  private final List<XmlElement> repeated = new ArrayList<>();

  private SectionIndex() {}

  static SectionIndex of(XmlElement section) {
    SectionIndex index = new SectionIndex();
    index.add(section);
    return index;
  }

  private void add(XmlElement element) {
    NamedElement named = new NamedElement(element);
    elements.add(named);
    byElement.put(element, named);
    List<String> names = SectionNames.elements(element.name());
    Set<String> seen = new HashSet<>();
    for (XmlElement child : element.elements()) {
      String name = child.name();
      if (names.contains(name)) {
        if (!name.equals("add") && !seen.add(name)) {
          repeated.add(child);
        }
        add(child);
      } else if (!SectionNames.isUndocumentedElement(element.name(), name)) {
        unknown.add(child);
      }
    }
  }

  /** The elements that have a documented name for their place, in document order, itself first. */
  public List<NamedElement> elements() {
    return elements;
  }

  /** One of {@link #elements}. */
  public NamedElement named(XmlElement element) {
    return byElement.get(element);
  }

  /** The elements whose name nobody knows for their place. */
  public List<XmlElement> unknown() {
    return unknown;
  }

  /** The elements that may stand once and stand a second time; {@code add} may be repeated. */
  public List<XmlElement> repeated() {
    return repeated;
  }

  /**
   * Whether an element lacks a documented child for good: no unknown child or text in it may be
   * meant by that, nor an unknown element in another place of the section.
   */
  public boolean lacks(XmlElement parent, String child) {
    List<String> absent =
        SectionNames.elements(parent.name()).stream()
            .filter(name -> parent.first(name).isEmpty())
            .toList();
    return absent.contains(child)
        && !named(parent).hasMeaningfulText()
        && unknown.stream().allMatch(seen -> isOther(seen, parent, child, absent));
  }

  private static boolean isOther(
      XmlElement seen, XmlElement parent, String child, List<String> absent) {
    Optional<String> meant = SectionNames.meantBy(seen.name(), absent);
    return meant.isPresent() ? !meant.get().equals(child) : seen.parent().orElseThrow() != parent;
  }
}
