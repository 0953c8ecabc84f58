package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.section.Action;
import dev.autoheal.section.SectionNames;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Guesses what an unknown element was meant to be, and fixes it accordingly.
 *
 * @param element the unknown element
 * @param document the document that holds the element
 */
record UnknownElementFix(XmlElement element, XmlDocument document) {
  private static final Pattern SHORT_VALUE = Pattern.compile("[\\w:.]{1,20}");

  /** Returns the parent of the element; an unknown element always has one. */
  XmlElement parent() {
    return element.parent().orElseThrow();
  }

  /**
   * Returns the name of the element that has the attribute meant by this element. That is the
   * parent, or the only possible child of it that has such an attribute. It is empty when the
   * element was not meant as an attribute.
   */
  Optional<String> owner() {
    if (isOnlyKind()) {
      return Optional.empty();
    }
    if (attributeOf(parent().name()).isPresent()) {
      return Optional.of(parent().name());
    }
    List<String> owners =
        SectionNames.elements(parent().name()).stream()
            .filter(child -> attributeOf(child).isPresent())
            .toList();
    return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
  }

  /**
   * Returns the attribute that the element was meant to be. A value that is not plain becomes
   * {@code …}. The {@link #owner} must be present.
   */
  String asAttribute() {
    return "%s=\"%s\"".formatted(attribute(), value().orElse("…"));
  }

  private String attribute() {
    return owner().flatMap(this::attributeOf).orElseThrow();
  }

  /**
   * Returns the attribute of {@code ownerName} that the element's name is in other letters, or in
   * an ARM template.
   */
  private Optional<String> attributeOf(String ownerName) {
    return SectionNames.meantExactly(element.name(), SectionNames.attributes(ownerName));
  }

  /**
   * Returns whether the parent takes one kind of element only, and this element has an attribute of
   * that kind.
   */
  boolean isOnlyKind() {
    List<String> known = SectionNames.elements(parent().name());
    return known.size() == 1
        && element.attributes().stream()
            .map(XmlAttribute::name)
            .anyMatch(
                name ->
                    SectionNames.meantBy(name, SectionNames.attributes(known.get(0))).isPresent());
  }

  /**
   * Returns the action that an attribute of the element names; empty when the element is not in the
   * place of the action.
   */
  Optional<String> action() {
    boolean possible =
        parent().name().equals("actions")
            || (parent().name().equals("monitoring") && element.name().equals("action"));
    return element.attributes().stream()
        .filter(attribute -> possible)
        .flatMap(attribute -> Action.Kind.of(attribute.value()).stream())
        .map(Action.Kind::xmlName)
        .findFirst();
  }

  /** Returns the fix; empty when it would lose something or add a second element of one kind. */
  Optional<Fix> fix() {
    if (owner().isPresent()) {
      return value().filter(v -> element.attributes().isEmpty()).flatMap(this::attributeFix);
    }
    if (action().isPresent()) {
      return actionFix(action().get());
    }
    return meant()
        .filter(name -> name.equals("add") || isFirst(name))
        .map(
            name ->
                fix("rename to " + Quoted.element(name), editor -> editor.rename(element, name)));
  }

  private Optional<Fix> attributeFix(String value) {
    String owner = owner().orElseThrow();
    if (owner.equals(parent().name())) {
      return parent().attribute(attribute()).isEmpty() && isFirst(element.name())
          ? Optional.of(attributeOnParent(attribute(), value))
          : Optional.empty();
    }
    XmlFragment fragment = new XmlFragment(owner, Map.of(attribute(), value), List.of());
    return isFirst(owner)
        ? Optional.of(
            fix(
                "use <%s %s />".formatted(owner, asAttribute()),
                editor -> editor.replace(element, List.of(), fragment)))
        : Optional.empty();
  }

  private Fix attributeOnParent(String name, String value) {
    return fix(
        "add %s to %s".formatted(Quoted.attribute(name, value), Quoted.element(parent().name())),
        editor -> {
          editor.set(parent(), name, value);
          editor.remove(element);
        });
  }

  private Optional<Fix> actionFix(String action) {
    boolean isBare = element.children().isEmpty() && element.attributes().size() == 1;
    if (!isBare || action.equals(Action.Kind.CUSTOM_ACTION.xmlName())) {
      return Optional.empty();
    }
    if (parent().name().equals("actions")) {
      return parent().attribute("value").isEmpty() && parent().elements().size() == 1
          ? Optional.of(attributeOnParent("value", action))
          : Optional.empty();
    }
    XmlFragment fragment = new XmlFragment("actions", Map.of("value", action), List.of());
    return isFirst("actions")
        ? Optional.of(
            fix(
                "use <actions value=\"%s\" />".formatted(action),
                editor -> editor.replace(element, List.of(), fragment)))
        : Optional.empty();
  }

  private Optional<String> meant() {
    List<String> known = SectionNames.elements(parent().name());
    return isOnlyKind() ? Optional.of(known.get(0)) : SectionNames.meantBy(element.name(), known);
  }

  /** Returns whether the element would be the first and only one of {@code name}. */
  private boolean isFirst(String name) {
    return parent().elements().stream()
        .filter(other -> other != element)
        .map(other -> new UnknownElementFix(other, document))
        .noneMatch(other -> other.means(name));
  }

  private boolean means(String name) {
    return element.name().equals(name)
        || owner().filter(name::equals).isPresent()
        || (!isKnown() && meant().filter(name::equals).isPresent());
  }

  private boolean isKnown() {
    return SectionNames.elements(parent().name()).contains(element.name())
        || SectionNames.isUndocumentedElement(parent().name(), element.name());
  }

  /** Returns the text of the element, if it is a plain value and the only content. */
  private Optional<String> value() {
    String content = element.content().of(document.file().text()).strip();
    return SHORT_VALUE.matcher(content).matches() ? Optional.of(content) : Optional.empty();
  }

  private Fix fix(String title, Consumer<XmlEditor> change) {
    XmlEditor editor = new XmlEditor(document);
    change.accept(editor);
    return Fix.unsafe(title, editor.edits().list());
  }
}
