package dev.autoheal.rules;

import static dev.autoheal.xml.XmlDocument.XDT;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.text.Spelling;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a section in a transform that has no operation on it, in it or around it. Publishing leaves
 * such a section out without a message. It also flags a section that {@code InsertIfMissing} leaves
 * out. An operation that does not exist is flagged because it fails the publishing.
 */
final class TransformInert implements FileRule {
  private static final List<String> NAMES = List.of("Transform");

  @Override
  public String summary() {
    return "a transform does nothing with its section, or fails the publishing";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    Optional<TransformedSections> transform = context.config().flatMap(WebConfig::transform);
    if (transform.isPresent()) {
      transform
          .get()
          .unknown()
          .forEach(operation -> reporter.report(operation.valueSpan(), unknown(operation)));
      transform.get().inert().stream()
          .filter(section -> section.lineage().noneMatch(TransformType::isUnknown))
          .forEach(section -> inert(section, reporter));
      context.published().forEach(way -> masked(context, way.result(), reporter));
    }
  }

  /** Reports sections that come too late, because another one already exists by then. */
  private static void masked(RuleContext context, TransformResult result, Reporter reporter) {
    result.steps().stream()
        .filter(step -> step.transform().file().path().equals(context.file().path()))
        .filter(step -> step.type() == TransformType.INSERT_IF_MISSING && !step.changes())
        .filter(step -> step.element().descendants().anyMatch(each -> isLeftOut(each, step)))
        .forEach(step -> reporter.report(valueOf(step), masked(step), existing(context, result)));
  }

  /**
   * Returns whether the step leaves out this section. An empty section does not count, since it is
   * there for another one to replace.
   */
  private static boolean isLeftOut(XmlElement element, TransformStep step) {
    return element.name().equals("monitoring")
        && !element.elements().isEmpty()
        && element
            .lineage()
            .takeWhile(each -> each != step.element())
            .allMatch(each -> TransformType.attribute(each).isEmpty());
  }

  private static Span valueOf(TransformStep step) {
    return TransformType.attribute(step.element()).orElseThrow().valueSpan();
  }

  private static String masked(TransformStep step) {
    String name = step.element().name();
    return "%s is there already, so that %s leaves out the section that stands here: %s"
        .formatted(
            name,
            step.type().xmlName(),
            name.equals("monitoring")
                ? "write Replace, behind an empty one with InsertIfMissing"
                : "insert the section alone");
  }

  private static Related existing(RuleContext context, TransformResult result) {
    WebConfig config = WebConfig.of(result.document());
    XmlElement there = config.section().map(Section::element).orElseGet(config::home);
    return context.related(result.origin(there), "what is there");
  }

  private static String unknown(XmlAttribute operation) {
    String name = TransformType.name(operation);
    Optional<String> meant = TransformType.nearest(operation);
    boolean isLetterCase = meant.filter(name::equalsIgnoreCase).isPresent();
    return "%s is no operation of a transform, so that publishing fails: %s"
        .formatted(
            Quoted.of(name),
            isLetterCase
                ? "letter case counts, write " + meant.get()
                : meant
                    .map("did you mean %s?"::formatted)
                    .orElse("write Insert, InsertIfMissing or Replace"));
  }

  private static void inert(XmlElement section, Reporter reporter) {
    String declared = section.prefixOf(XDT).orElse("xdt");
    Optional<XmlAttribute> misspelled =
        Stream.concat(section.lineage(), section.descendants())
            .filter(element -> TransformType.attribute(element).isEmpty())
            .flatMap(element -> element.attributes().stream())
            .filter(attribute -> Spelling.nearest(attribute.localName(), NAMES).isPresent())
            .findFirst();
    reporter.report(
        misspelled.map(XmlAttribute::nameSpan).orElse(section.startTag()),
        misspelled
            .map(attribute -> misspelled(attribute, declared))
            .orElseGet(() -> inert(declared)));
  }

  private static String misspelled(XmlAttribute attribute, String declared) {
    return "%s is no order to publishing, which leaves the section out: write %s:Transform"
        .formatted(Quoted.of(attribute.name()), declared);
  }

  private static String inert(String declared) {
    return "nothing in this transform brings the section in, so that publishing leaves it out:"
        + " give it %s:Transform=\"Replace\", and put an empty one with \"InsertIfMissing\" in front"
            .formatted(declared);
  }
}
