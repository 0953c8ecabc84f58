package dev.autoheal.change;

import dev.autoheal.section.SectionPath;
import dev.autoheal.section.SectionPath.Step;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Inserts a section into a transform. The transform then neither duplicates a section that the base
 * may have, nor fails if the base has none. First it inserts an empty section if there is none, and
 * then it replaces that section by the full one.
 *
 * <p>The engine inserts an element that has an operation together with everything in it. Then it
 * also runs the operations inside that element. So parents are inserted empty, and nothing is put
 * into an element that has an operation.
 */
final class TransformWriter {
  private static final String PREFIX = "xdt";
  private static final String SECTION = "monitoring";

  private final XmlDocument document;
  private final SectionPath path;

  /**
   * Creates a writer for one transform.
   *
   * @param document the transform
   * @param path the path to the section in the base file
   */
  TransformWriter(XmlDocument document, SectionPath path) {
    this.document = document;
    this.path = path;
  }

  /**
   * Appends a section to the innermost element of the path that the transform already has. The
   * section comes after every element that inserts or removes a part of the path.
   *
   * @param section the full section
   * @param editor the editor that collects the edits of the transform
   */
  void append(XmlFragment section, XmlEditor editor) {
    List<XmlElement> remaking = remaking();
    XmlElement parent = document.root();
    List<Step> left = path.steps();
    while (!left.isEmpty()) {
      Optional<XmlElement> next =
          existing(parent, left.get(0))
              .filter(each -> remaking.stream().allMatch(other -> isIn(other, each)));
      if (next.isEmpty()) {
        break;
      }
      parent = next.get();
      left = left.subList(1, left.size());
    }
    Optional<String> bound = parent.prefixOf(XmlDocument.XDT);
    Operations operations = new Operations(bound.orElse(PREFIX), !remaking.isEmpty());
    for (XmlFragment part : operations.parts(left, section)) {
      editor.append(parent, bound.isPresent() ? part : declaring(part));
    }
  }

  /** Returns the elements of the transform that may insert or remove a part of the path. */
  private List<XmlElement> remaking() {
    List<XmlElement> remaking = new ArrayList<>();
    List<XmlElement> parents = List.of(document.root());
    for (Step step : path.steps()) {
      List<XmlElement> children =
          parents.stream().flatMap(parent -> parent.elements(step.name()).stream()).toList();
      children.stream().filter(child -> remakes(child, step)).forEach(remaking::add);
      parents = children.stream().filter(child -> mayFind(child, step)).toList();
    }
    return remaking;
  }

  private static boolean remakes(XmlElement child, Step step) {
    Optional<TransformType> operation = TransformType.of(child);
    if (operation.isEmpty() || operation.get().patches()) {
      return false;
    }
    return operation.get() == TransformType.INSERT
        ? isIdentical(child, step)
        : mayFind(child, step);
  }

  /**
   * Returns whether an element may find the step. It is not known what another locator finds. An
   * element without a locator finds the first element of its name.
   */
  private static boolean mayFind(XmlElement child, Step step) {
    return isIdentical(child, step) || !locator(child).equals(step.locator());
  }

  /** Returns the element of the transform for a step of the path, if the base has that step too. */
  private static Optional<XmlElement> existing(XmlElement parent, Step step) {
    return parent.elements(step.name()).stream()
        .filter(child -> step.exists() && TransformType.attribute(child).isEmpty())
        .filter(child -> hasPathOf(child, step) && locator(child).equals(step.locator()))
        .findFirst();
  }

  /**
   * Returns whether an element has the path of the step. A location with the path of a part of the
   * app is read as that part, whatever its locator finds.
   */
  private static boolean hasPathOf(XmlElement element, Step step) {
    return element
        .attribute("path")
        .map(XmlAttribute::value)
        .equals(Optional.ofNullable(step.identity().get("path")));
  }

  private static boolean isIn(XmlElement element, XmlElement outer) {
    return element.lineage().anyMatch(outer::equals);
  }

  private static Optional<String> locator(XmlElement element) {
    return element.attribute(XmlDocument.XDT, "Locator").map(XmlAttribute::value);
  }

  private static boolean isIdentical(XmlElement element, Step step) {
    return step.identity().entrySet().stream()
        .allMatch(e -> has(element, e.getKey(), e.getValue()));
  }

  private static boolean has(XmlElement element, String attribute, String value) {
    return element.attribute(attribute).map(XmlAttribute::value).equals(Optional.of(value));
  }

  private static XmlFragment declaring(XmlFragment part) {
    Map<String, String> attributes = new LinkedHashMap<>(part.attributes());
    attributes.put("xmlns:" + PREFIX, XmlDocument.XDT);
    return new XmlFragment(part.name(), attributes, part.children());
  }

  /**
   * Writes elements that have operations and locators.
   *
   * @param prefix the prefix of the XDT namespace
   * @param isRemade whether it is uncertain that any part of the path still exists
   */
  private record Operations(String prefix, boolean isRemade) {
    /** Returns the elements to put side by side into the parent of the first step. */
    List<XmlFragment> parts(List<Step> steps, XmlFragment section) {
      if (steps.isEmpty()) {
        return List.of(
            with(XmlFragment.of(SECTION, List.of()), TransformType.INSERT_IF_MISSING),
            with(section, TransformType.REPLACE));
      }
      Step step = steps.get(0);
      List<XmlFragment> parts = new ArrayList<>();
      if (isRemade || !step.exists()) {
        Map<String, String> attributes = new LinkedHashMap<>(step.identity());
        attributes.putAll(step.others());
        XmlFragment empty = new XmlFragment(step.name(), located(attributes, step), List.of());
        parts.add(with(empty, TransformType.INSERT_IF_MISSING));
      }
      parts.add(
          new XmlFragment(
              step.name(),
              located(step.identity(), step),
              parts(steps.subList(1, steps.size()), section)));
      return parts;
    }

    private Map<String, String> located(Map<String, String> attributes, Step step) {
      Map<String, String> all = new LinkedHashMap<>(attributes);
      step.locator().ifPresent(locator -> all.put(prefix + ":Locator", locator));
      return all;
    }

    private XmlFragment with(XmlFragment fragment, TransformType operation) {
      Map<String, String> attributes = new LinkedHashMap<>(fragment.attributes());
      attributes.put(prefix + ":Transform", operation.xmlName());
      return new XmlFragment(fragment.name(), attributes, fragment.children());
    }
  }
}
