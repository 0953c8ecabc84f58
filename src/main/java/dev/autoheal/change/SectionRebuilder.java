package dev.autoheal.change;

import dev.autoheal.change.Comparison.Compared;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionNames;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Edit;
import dev.autoheal.text.Edits;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Secrets;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces a section whose parts are ambiguous. The first step writes a section with the known
 * parts unchanged. It is preceded by the comments of the old section, and by the omitted parts as
 * further comments. The second step changes that section to what the policy requires, like any
 * other.
 */
final class SectionRebuilder {
  private final WebConfig config;
  private final DesiredSection desired;
  private final boolean isDiscarding;

  /** The parts that the new section omits, in the order of the file. */
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** The status rules that were copied so far, by the responses that they count. */
  private final Set<List<String>> rules = new HashSet<>();

  /**
   * Creates a rebuilder of the sections of one file.
   *
   * @param config the file, which has at least one section
   * @param desired what the policy requires of it
   * @param isDiscarding whether omitted parts are not kept as comments
   */
  SectionRebuilder(WebConfig config, DesiredSection desired, boolean isDiscarding) {
    this.config = config;
    this.desired = desired;
    this.isDiscarding = isDiscarding;
  }

  /**
   * A part of the old section that is not in the new one.
   *
   * @param name the name of its element; {@code text} if it is in none
   * @param text the text as it is written, without its comments
   */
  private record LeftOut(String name, String text) {
    private static final Pattern DASHES = Pattern.compile("-(?=-)");

    Difference difference(boolean isDiscarded) {
      String meaning = isDiscarded ? "removed" : "removed, but kept as a comment";
      return new Difference(Change.Kind.REMOVE, name, Quoted.literal(text), "", meaning, List.of());
    }

    /** Returns the part as a comment, which may not contain two dashes in a row. */
    String comment() {
      return "<!-- " + DASHES.matcher(Secrets.redact(text)).replaceAll("- ") + " -->";
    }
  }

  /**
   * The edits that rebuild a section.
   *
   * @param edits both steps as one
   * @param differences one for the rebuilding itself, one for each part that is left out, then
   *     those between the known parts and the policy
   */
  record Result(Edits edits, List<Difference> differences) {}

  /**
   * Returns the edits; empty when neither the policy nor the section has a value that a section
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
    leftOut.forEach(part -> differences.add(part.difference(isDiscarding)));
    differences.addAll(compared.differences());
    return Optional.of(new Result(joined(pruned, whole.document().file(), patch), differences));
  }

  private Edits pruned() {
    List<XmlElement> sections = config.sections().stream().map(Section::element).toList();
    XmlEditor editor = new XmlEditor(config.document());
    XmlElement first = sections.get(0);
    XmlFragment copy = copy(sections);
    Stream<String> kept = isDiscarding ? Stream.of() : leftOut.stream().map(LeftOut::comment);
    editor.replace(first, Stream.concat(first.comments(), kept).toList(), copy);
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
   * Joins both steps into one. Everything that the second step changes is inside the text that the
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
    for (XmlAttribute attribute : first.attributes()) {
      if (isKept(first, attribute)) {
        attributes.put(attribute.name(), attribute.value());
      } else {
        leaveOut(first.name(), first.name() + " " + written(attribute.span()));
      }
    }
    same.stream()
        .skip(1)
        .filter(other -> !other.attributes().isEmpty() && !values(other).equals(values(first)))
        .forEach(other -> leaveOut(other.name(), written(other.startTag())));
    same.stream()
        .flatMap(XmlElement::texts)
        .map(String::strip)
        .forEach(text -> leaveOut("text", text));
    return new XmlFragment(first.name(), attributes, children(first, same));
  }

  private List<XmlFragment> children(XmlElement first, List<XmlElement> same) {
    Map<String, List<XmlElement>> parts = new LinkedHashMap<>();
    List<XmlFragment> children = new ArrayList<>();
    for (XmlElement part : same.stream().flatMap(e -> e.elements().stream()).toList()) {
      if (!isKnown(first.name(), part.name())) {
        leaveOut(part.name(), withoutComments(part));
      } else if (!first.name().equals("statusCode")) {
        parts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
      } else if (rules.add(counted(part))) {
        children.add(copy(List.of(part)));
      } else {
        leaveOut(part.name(), withoutComments(part));
      }
    }
    parts.values().forEach(elements -> children.add(copy(elements)));
    return children;
  }

  private void leaveOut(String name, String text) {
    leftOut.add(new LeftOut(name, text.replaceAll("\\s+", " ").strip()));
  }

  private String written(Span span) {
    return span.of(config.document().file().text());
  }

  /** Returns an element as it is written. Its comments are kept separately. */
  private String withoutComments(XmlElement element) {
    String text = written(element.span());
    for (String comment : element.comments().toList()) {
      text = text.replace(comment, "");
    }
    return text;
  }

  private static Map<String, String> values(XmlElement element) {
    Map<String, String> values = new HashMap<>();
    element.attributes().forEach(attribute -> values.put(attribute.name(), attribute.value()));
    return values;
  }

  private boolean isKept(XmlElement element, XmlAttribute attribute) {
    return SectionNames.takes(element.name(), attribute)
        || isUndocumented(element, attribute)
        || isTransformAttribute(attribute);
  }

  /**
   * Returns whether the attribute belongs to a transform. The operations of a transform are kept.
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
