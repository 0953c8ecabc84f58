package dev.autoheal.change;

import dev.autoheal.section.SectionPath;
import dev.autoheal.section.SectionPath.Step;
import dev.autoheal.xdt.TransformKind;
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
 * Brings a section into a transform so that it neither duplicates the one that the base may have
 * nor fails without one: an empty one if none is there, then all of it in place of that. What
 * carries an operation is inserted with all that stands in it, and that is carried out on its own
 * besides; so parents are inserted empty, and nothing is put into one that carries an operation.
 */
final class TransformWriter {
  private static final String PREFIX = "xdt";
  private static final String SECTION = "monitoring";

  private final XmlDocument document;
  private final SectionPath path;

  TransformWriter(XmlDocument document, SectionPath path) {
    this.document = document;
    this.path = path;
  }

  /**
   * Appends it to what stands of the path already, but after all that brings a part of the path in
   * or takes it out.
   */
  void append(XmlFragment section, XmlEditor editor) {
    List<XmlElement> remaking = remaking();
    XmlElement parent = document.root();
    List<Step> left = path.steps();
    while (!left.isEmpty()) {
      Optional<XmlElement> next =
          standing(parent, left.get(0))
              .filter(each -> remaking.stream().allMatch(other -> isIn(other, each)));
      if (next.isEmpty()) {
        break;
      }
      parent = next.get();
      left = left.subList(1, left.size());
    }
    Optional<String> bound = parent.prefixOf(XmlDocument.XDT);
    Orders orders = new Orders(bound.orElse(PREFIX), !remaking.isEmpty());
    for (XmlFragment part : orders.parts(left, section)) {
      editor.append(parent, bound.isPresent() ? part : declaring(part));
    }
  }

  /** What in the transform itself may bring in a part of the path, or take it out. */
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
    Optional<TransformKind> operation = TransformKind.of(child);
    if (operation.isEmpty() || operation.get().patches()) {
      return false;
    }
    return operation.get() == TransformKind.INSERT
        ? isIdentical(child, step)
        : mayFind(child, step);
  }

  /** What another locator finds is not known, and without one the first of the name is found. */
  private static boolean mayFind(XmlElement child, Step step) {
    return isIdentical(child, step) || !locator(child).equals(step.locator());
  }

  /** What the transform has of the path, if the base has it too. */
  private static Optional<XmlElement> standing(XmlElement parent, Step step) {
    return parent.elements(step.name()).stream()
        .filter(child -> step.stands() && TransformKind.attribute(child).isEmpty())
        .filter(child -> hasPathOf(child, step) && locator(child).equals(step.locator()))
        .findFirst();
  }

  /** Whatever its locator finds, one with the path of a part of the app is read as that. */
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
   * Elements that carry operations and locators.
   *
   * @param isRemade whether nothing of the path is sure to stand any more
   */
  private record Orders(String prefix, boolean isRemade) {
    /** What is put side by side into the parent of the first step. */
    List<XmlFragment> parts(List<Step> steps, XmlFragment section) {
      if (steps.isEmpty()) {
        return List.of(
            with(XmlFragment.of(SECTION, List.of()), TransformKind.INSERT_IF_MISSING),
            with(section, TransformKind.REPLACE));
      }
      Step step = steps.get(0);
      List<XmlFragment> parts = new ArrayList<>();
      if (isRemade || !step.stands()) {
        Map<String, String> attributes = new LinkedHashMap<>(step.identity());
        attributes.putAll(step.others());
        XmlFragment empty = new XmlFragment(step.name(), located(attributes, step), List.of());
        parts.add(with(empty, TransformKind.INSERT_IF_MISSING));
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

    private XmlFragment with(XmlFragment fragment, TransformKind operation) {
      Map<String, String> attributes = new LinkedHashMap<>(fragment.attributes());
      attributes.put(prefix + ":Transform", operation.xmlName());
      return new XmlFragment(fragment.name(), attributes, fragment.children());
    }
  }
}
