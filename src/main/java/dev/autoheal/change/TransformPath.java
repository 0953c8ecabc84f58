package dev.autoheal.change;

import dev.autoheal.section.BasePath;
import dev.autoheal.section.BasePath.Step;
import dev.autoheal.section.Operation;
import dev.autoheal.xml.Fragment;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
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
final class TransformPath {
  private static final String PREFIX = "xdt";
  private static final String SECTION = "monitoring";

  private final XmlDocument document;
  private final BasePath path;

  TransformPath(XmlDocument document, BasePath path) {
    this.document = document;
    this.path = path;
  }

  /** Appends it to what stands of the path already. */
  void append(Fragment section, XmlEditor editor) {
    XmlElement parent = document.root();
    List<Step> left = path.steps();
    boolean isRemade = false;
    while (!left.isEmpty() && !isRemade) {
      Step step = left.get(0);
      isRemade = isRemade(parent, step);
      Optional<XmlElement> next = isRemade ? Optional.empty() : standing(parent, step);
      if (next.isEmpty()) {
        break;
      }
      parent = next.get();
      left = left.subList(1, left.size());
    }
    Optional<String> bound = parent.prefixOf(XmlDocument.XDT);
    for (Fragment part : new Orders(bound.orElse(PREFIX), isRemade).parts(left, section)) {
      editor.append(parent, bound.isPresent() ? part : declaring(part));
    }
  }

  /** Whether the transform itself brings the element in or takes it out, so that ours come last. */
  private static boolean isRemade(XmlElement parent, Step step) {
    return parent.elements(step.name()).stream().anyMatch(child -> remakes(child, step));
  }

  private static boolean remakes(XmlElement child, Step step) {
    Optional<Operation> operation = Operation.of(child);
    if (operation.isEmpty() || operation.get().patches()) {
      return false;
    }
    boolean isAdded = operation.get() == Operation.INSERT;
    return isIdentical(child, step) || (!isAdded && !locator(child).equals(step.locator()));
  }

  /** What the transform has of the path, if the base has it too. */
  private static Optional<XmlElement> standing(XmlElement parent, Step step) {
    return parent.elements(step.name()).stream()
        .filter(child -> step.stands() && Operation.attribute(child).isEmpty())
        .filter(child -> isIdentical(child, step) && locator(child).equals(step.locator()))
        .findFirst();
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

  private static Fragment declaring(Fragment part) {
    Map<String, String> attributes = new LinkedHashMap<>(part.attributes());
    attributes.put("xmlns:" + PREFIX, XmlDocument.XDT);
    return new Fragment(part.name(), attributes, part.children());
  }

  /**
   * Elements that carry operations and locators.
   *
   * @param isRemade whether nothing of the path is sure to stand any more
   */
  private record Orders(String prefix, boolean isRemade) {
    /** What is put side by side into the parent of the first step. */
    List<Fragment> parts(List<Step> steps, Fragment section) {
      if (steps.isEmpty()) {
        return List.of(
            with(Fragment.of(SECTION, List.of()), Operation.INSERT_IF_MISSING),
            with(section, Operation.REPLACE));
      }
      Step step = steps.get(0);
      List<Fragment> parts = new ArrayList<>();
      if (isRemade || !step.stands()) {
        Map<String, String> attributes = new LinkedHashMap<>(step.identity());
        attributes.putAll(step.others());
        Fragment empty = new Fragment(step.name(), located(attributes, step), List.of());
        parts.add(with(empty, Operation.INSERT_IF_MISSING));
      }
      parts.add(
          new Fragment(
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

    private Fragment with(Fragment fragment, Operation operation) {
      Map<String, String> attributes = new LinkedHashMap<>(fragment.attributes());
      attributes.put(prefix + ":Transform", operation.xmlName());
      return new Fragment(fragment.name(), attributes, fragment.children());
    }
  }
}
