package dev.autoheal.section;

import dev.autoheal.xml.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Indexes the elements of one section by whether their names are known, in one walk over it. */
public final class SectionIndex {
  private final Map<XmlElement, NamedElement> byElement = new HashMap<>();
  private final List<NamedElement> elements = new ArrayList<>();
  private final List<XmlElement> unknown = new ArrayList<>();
  private final List<XmlElement> repeated = new ArrayList<>();

  private SectionIndex() {}

  /**
   * Indexes a section.
   *
   * @param section the {@code monitoring} element
   */
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

  /**
   * Returns the elements that have a documented name for their place, in document order. The
   * section itself is the first one.
   */
  public List<NamedElement> elements() {
    return Collections.unmodifiableList(elements);
  }

  /**
   * Returns the entry for an element.
   *
   * @throws IllegalArgumentException if it is not one of {@link #elements}
   */
  public NamedElement named(XmlElement element) {
    NamedElement named = byElement.get(element);
    if (named == null) {
      throw new IllegalArgumentException(
          "not a documented element of the section: " + element.name());
    }
    return named;
  }

  /** Returns the elements whose name is not known for their place. */
  public List<XmlElement> unknown() {
    return Collections.unmodifiableList(unknown);
  }

  /**
   * Returns the second and later copies of elements that may occur only once; {@code add} may be
   * repeated.
   */
  public List<XmlElement> repeated() {
    return Collections.unmodifiableList(repeated);
  }

  /**
   * Returns whether a documented child of an element is really missing. It is not if an unknown
   * child or a text in the element may mean it. The same is true of an unknown element elsewhere in
   * the section.
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
