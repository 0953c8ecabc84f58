package dev.autoheal.change;

import dev.autoheal.change.Comparison.Compared;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces a section whose parts are ambiguous. The first step writes a section with the known
 * parts as they are, and the comments in front of it. The second step changes that section to what
 * the policy requires, like any other.
 */
final class SectionRebuilder {
  private final WebConfig config;
  private final DesiredSection desired;

  /** The status rules that were copied so far, by the responses that they count. */
  private final Set<List<String>> rules = new HashSet<>();

  /**
   * Creates a rebuilder of the sections of one file.
   *
   * @param config the file, which has at least one section
   * @param desired what the policy requires of it
   */
  SectionRebuilder(WebConfig config, DesiredSection desired) {
    this.config = config;
    this.desired = desired;
  }

  /**
   * The edits that rebuild a section.
   *
   * @param edits both steps as one
   * @param differences the differences between the known parts and the policy, after one for the
   *     rebuilding itself
   */
  record Result(Edits edits, List<Difference> differences) {}

  /**
   * Returns the edits; empty when the policy and the section together do not say all that a section
   * needs.
   *
   * @throws VerificationFailure if the rebuilt section is not well-formed
   */
  Optional<Result> result() {
    Edits pruned = pruned();
    WebConfig whole = WebConfig.of(parse(config.document().file().with(pruned)));
    if (!(Comparison.of(whole, desired, false) instanceof Compared compared)
        || !compared.incomplete().isEmpty()) {
      return Optional.empty();
    }
    Edits patch = new SectionRewriter(whole, desired, compared.changes()).edits();
    List<Difference> differences = new ArrayList<>();
    differences.add(
        new Difference(Change.Kind.SET, "section", "", "", "rebuilt as a whole", List.of()));
    differences.addAll(compared.differences());
    return Optional.of(new Result(joined(pruned, whole.document().file(), patch), differences));
  }

  private Edits pruned() {
    List<XmlElement> sections = config.sections().stream().map(Section::element).toList();
    XmlEditor editor = new XmlEditor(config.document());
    XmlElement first = sections.get(0);
    editor.replace(first, first.comments().toList(), copy(sections));
    sections.stream().skip(1).forEach(editor::remove);
    return editor.edits();
  }

  private static XmlDocument parse(SourceFile file) {
    if (XmlDocument.parse(file) instanceof XmlDocument.Parsed parsed) {
      return parsed.document();
    }
    throw new VerificationFailure("a rebuilt section is not well-formed");
  }

  /**
   * Joins both steps to one. Everything that the second step changes is inside the text that the
   * first step wrote.
   */
  private static Edits joined(Edits pruned, SourceFile between, Edits patch) {
    List<Edit> all = new ArrayList<>(pruned.list());
    Edit section = all.get(0);
    String after = patch.applyTo(between.text());
    int start = section.span().start();
    int grown = after.length() - between.text().length();
    int end = start + section.replacement().length() + grown;
    all.set(0, new Edit(section.span(), after.substring(start, end)));
    return Edits.of(all);
  }

  /**
   * Copies several elements of the same meaning to one. If several of them have a part, the first
   * one counts.
   */
  private XmlFragment copy(List<XmlElement> same) {
    XmlElement first = same.get(0);
    Map<String, String> attributes = new LinkedHashMap<>();
    first.attributes().stream()
        .filter(
            a ->
                SectionNames.takes(first.name(), a)
                    || isUndocumented(first, a)
                    || isTransformAttribute(a))
        .forEach(a -> attributes.put(a.name(), a.value()));
    Map<String, List<XmlElement>> parts = new LinkedHashMap<>();
    List<XmlFragment> children = new ArrayList<>();
    for (XmlElement part : same.stream().flatMap(e -> e.elements().stream()).toList()) {
      if (!first.name().equals("statusCode")) {
        parts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
      } else if (rules.add(counted(part))) {
        children.add(copy(List.of(part)));
      }
    }
    parts.forEach(
        (name, elements) -> {
          if (isKnown(first.name(), name)) {
            children.add(copy(elements));
          }
        });
    return new XmlFragment(first.name(), attributes, children);
  }

  /**
   * Returns whether the attribute belongs to a transform. What a transform says about the section
   * is kept.
   */
  private boolean isTransformAttribute(XmlAttribute attribute) {
    return config.transform().isPresent() && !attribute.isPlain();
  }

  private static boolean isUndocumented(XmlElement element, XmlAttribute attribute) {
    return SectionNames.isUndocumentedAttribute(element.name(), attribute.name());
  }

  private static boolean isKnown(String parent, String name) {
    return SectionNames.elements(parent).contains(name)
        || SectionNames.isUndocumentedElement(parent, name);
  }

  private static List<String> counted(XmlElement rule) {
    return Stream.of("statusCode", "subStatusCode", "win32StatusCode")
        .map(name -> rule.attribute(name).map(XmlAttribute::value).orElse("0"))
        .toList();
  }
}
