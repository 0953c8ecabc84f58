package dev.autoheal.change;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.AskedAction;
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

/** Turns changes into edits: what stands is edited in place, what is new is written by JAXB. */
final class SectionRewriter {
  private final WebConfig config;
  private final DesiredSection asked;
  private final List<Change> changes;
  private final XmlEditor editor;

  SectionRewriter(WebConfig config, DesiredSection asked, List<Change> changes) {
    this.config = config;
    this.asked = asked;
    this.changes = changes;
    this.editor = new XmlEditor(config.document());
  }

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

  /** A section with what has to be added, and the action that is asked. */
  private XmlFragment fresh() {
    TreeMap<TriggerKey, Map<Attribute, Long>> triggers = new TreeMap<>();
    for (Change change : changes) {
      if (change.kind() == Change.Kind.ADD && change.attribute().isEmpty()) {
        Map<Attribute, Long> numbers = new EnumMap<>(Attribute.class);
        TriggerKey key = change.key().orElseThrow();
        Values values = (Values) asked.triggers().get(key);
        values.values().forEach((attribute, value) -> numbers.put(attribute, value.value()));
        triggers.put(key, numbers);
      }
    }
    return SectionBinding.write(new Settings(triggers, asked.action().map(AskedAction::action)));
  }

  private void patch(Section section) {
    Map<TriggerKey, List<TriggerElement>> standing = section.byKey();
    Set<XmlElement> gone = new HashSet<>();
    for (Change change : changes) {
      if (change.key().isEmpty()) {
        section.action().ifPresent(action -> patch(action, change));
      } else {
        List<TriggerElement> elements = standing.getOrDefault(change.key().get(), List.of());
        if (change.attribute().isPresent()) {
          set(elements.get(0).element(), change);
        } else if (change.kind() == Change.Kind.REMOVE) {
          elements.forEach(trigger -> gone.add(trigger.element()));
        }
      }
    }
    XmlFragment fresh = fresh();
    remove(section, gone, fresh);
    merge(section.element(), fresh);
  }

  /** A program that does not stand yet comes as a whole, with {@link #merge}. */
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

  /** A collection that loses its last rule goes with it, unless something else stands in it. */
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

  /** Adds the parts that do not stand yet; every rule of a collection is one. */
  private void merge(XmlElement standing, XmlFragment fresh) {
    for (XmlFragment part : fresh.children()) {
      Optional<XmlElement> there =
          part.name().equals("add") ? Optional.empty() : standing.first(part.name());
      there.ifPresentOrElse(element -> merge(element, part), () -> editor.append(standing, part));
    }
  }
}
