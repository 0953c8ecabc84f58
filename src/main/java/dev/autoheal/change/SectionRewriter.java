package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredAction;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionBinding;
import dev.autoheal.section.SectionPath;
import dev.autoheal.section.Settings;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edits;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import dev.autoheal.xml.XmlNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns changes into edits. Existing elements are edited in place, and new elements are written by
 * JAXB.
 */
final class SectionRewriter {
  private final WebConfig config;
  private final DesiredSection desired;
  private final List<Change> changes;
  private final XmlEditor editor;

  /**
   * Creates a rewriter of one file.
   *
   * @param config the file
   * @param desired what the policy requires of it
   * @param changes the changes to make
   */
  SectionRewriter(WebConfig config, DesiredSection desired, List<Change> changes) {
    this.config = config;
    this.desired = desired;
    this.changes = changes;
    this.editor = new XmlEditor(config.document());
  }

  /** Returns the edits that make the changes. They create a section if the file has none. */
  Edits edits() {
    config.section().ifPresentOrElse(this::patch, this::create);
    return editor.edits();
  }

  private void create() {
    if (config.transform().isPresent()) {
      SectionPath path = config.transform().get().path();
      new TransformWriter(config.document(), path).append(fresh(), editor);
      return;
    }
    boolean lacksParent = config.webServers().isEmpty();
    editor.append(
        config.home(),
        lacksParent ? XmlFragment.of(WebConfig.WEB_SERVER, List.of(fresh())) : fresh());
  }

  /** Returns a section that holds the triggers to add and the required action. */
  private XmlFragment fresh() {
    TreeMap<TriggerKey, Map<Attribute, Long>> triggers = new TreeMap<>();
    for (Change change : changes) {
      if (change.kind() == Change.Kind.ADD && change.attribute().isEmpty()) {
        Map<Attribute, Long> numbers = new EnumMap<>(Attribute.class);
        TriggerKey key = change.key().orElseThrow();
        Values values = (Values) desired.triggers().get(key);
        values.values().forEach((attribute, value) -> numbers.put(attribute, value.value()));
        triggers.put(key, numbers);
      }
    }
    return SectionBinding.write(
        new Settings(triggers, desired.action().map(DesiredAction::action)));
  }

  private void patch(Section section) {
    Map<TriggerKey, List<TriggerElement>> existing = section.byKey();
    Set<XmlElement> gone = new HashSet<>();
    for (Change change : changes) {
      if (change.key().isEmpty()) {
        section.action().ifPresent(action -> patch(action, change));
      } else {
        List<TriggerElement> elements = existing.getOrDefault(change.key().get(), List.of());
        if (change.attribute().isPresent()) {
          set(elements.get(0).element(), change);
        } else if (change.kind() == Change.Kind.REMOVE) {
          elements.forEach(trigger -> gone.add(trigger.element()));
        }
      }
    }
    XmlFragment fresh =
        changes.stream().anyMatch(change -> change.kind() == Change.Kind.ADD)
            ? fresh()
            : XmlFragment.of(section.element().name(), List.of());
    remove(section, gone, fresh);
    merge(section.element(), fresh);
  }

  /**
   * Changes the action. A program that does not exist yet is added as a whole by {@link #merge}.
   */
  private void patch(ActionElement action, Change change) {
    String attribute = change.attribute().orElseThrow();
    Optional<XmlElement> program = action.program();
    if (attribute.equals("value")) {
      set(action.element(), change);
    } else if (attribute.equals("customAction")) {
      program.ifPresent(editor::remove);
    } else if (change.after().isPresent()) {
      program.ifPresent(element -> set(element, change));
    } else {
      program.flatMap(element -> element.attribute(attribute)).ifPresent(editor::remove);
    }
  }

  private void set(XmlElement element, Change change) {
    editor.set(element, change.attribute().orElseThrow(), change.after().orElseThrow());
  }

  /**
   * Removes elements. A collection that loses its last rule is removed with it, unless it holds
   * something else.
   */
  private void remove(Section section, Set<XmlElement> gone, XmlFragment fresh) {
    Optional<XmlElement> emptied =
        section.statusCodesElement().filter(collection -> isEmptied(collection, gone, fresh));
    emptied.ifPresent(editor::remove);
    gone.stream()
        .filter(element -> !element.parent().equals(emptied) || emptied.isEmpty())
        .forEach(editor::remove);
  }

  private static boolean isEmptied(XmlElement collection, Set<XmlElement> gone, XmlFragment fresh) {
    return !collection.elements().isEmpty()
        && collection.children().stream()
            .allMatch(child -> child.is(XmlNode.Kind.WHITE_SPACE) || gone.contains(child))
        && fresh.children().stream()
            .flatMap(part -> part.children().stream())
            .noneMatch(part -> part.name().equals(collection.name()));
  }

  /** Adds the parts that do not exist yet; each rule of a collection is such a part. */
  private void merge(XmlElement existing, XmlFragment fresh) {
    for (XmlFragment part : fresh.children()) {
      Optional<XmlElement> there =
          part.name().equals("add") ? Optional.empty() : existing.first(part.name());
      there.ifPresentOrElse(element -> merge(element, part), () -> editor.append(existing, part));
    }
  }
}
