package dev.autoheal.rules;

import static dev.autoheal.xml.XmlDocument.XDT;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Fix;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.TransformedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.TransformStep;
import dev.autoheal.xdt.TransformType;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
      context.outcomes().stream()
          .flatMap(outcome -> outcome.result().stream())
          .forEach(result -> masked(context, result, reporter));
    }
  }

  /** Reports what {@code InsertIfMissing} leaves out, because something is already there. */
  private static void masked(RuleContext context, TransformResult result, Reporter reporter) {
    List<XmlElement> published = result.document().root().descendants().toList();
    for (TransformStep step : result.steps()) {
      boolean isMasked =
          step.transform().file().path().equals(context.file().path())
              && step.type() == TransformType.INSERT_IF_MISSING
              && !step.changes();
      if (isMasked
          && broughtIn(step.element())
              .anyMatch(part -> published.stream().noneMatch(each -> isLike(each, part)))) {
        reporter.report(
            TransformType.attribute(step.element()).orElseThrow().valueSpan(),
            masked(step.element()),
            fix(step),
            existing(context, result));
      }
    }
  }

  /**
   * Returns the parts of a section that an element would bring in without an order of their own.
   */
  private static Stream<XmlElement> broughtIn(XmlElement element) {
    return element
        .descendants()
        .filter(
            part -> isInSection(part) && part.attributes().stream().anyMatch(XmlAttribute::isPlain))
        .filter(
            part ->
                part.lineage()
                    .takeWhile(each -> each != element)
                    .allMatch(each -> TransformType.attribute(each).isEmpty()));
  }

  private static boolean isInSection(XmlElement element) {
    return element.lineage().anyMatch(each -> each.name().equals("monitoring"));
  }

  /** Returns whether an element has the name and the attributes of another one, in a section. */
  private static boolean isLike(XmlElement element, XmlElement other) {
    return element.name().equals(other.name())
        && isInSection(element)
        && plain(element).equals(plain(other));
  }

  private static Map<String, String> plain(XmlElement element) {
    return element.attributes().stream()
        .filter(XmlAttribute::isPlain)
        .collect(
            Collectors.toMap(XmlAttribute::name, XmlAttribute::value, (first, second) -> first));
  }

  private static String masked(XmlElement element) {
    String name = element.name();
    if (isStatusRule(element)) {
      return "another add is there already, so InsertIfMissing leaves out this one; add"
          + " xdt:Locator=\"Match(statusCode)\"";
    }
    return "%s is there already, so that InsertIfMissing leaves out the %s that stands here: %s"
        .formatted(
            name,
            isInSection(element) && !name.equals("monitoring") ? name : "section",
            isInSection(element)
                ? "write Replace, behind an empty one with InsertIfMissing"
                : "insert the section alone");
  }

  private static boolean isStatusRule(XmlElement element) {
    return element.name().equals("add")
        && element.attribute("statusCode").isPresent()
        && element.attribute(XDT, "Locator").isEmpty();
  }

  private static Optional<Fix> fix(TransformStep step) {
    if (!isStatusRule(step.element())) {
      return Optional.empty();
    }
    XmlEditor editor = new XmlEditor(step.transform());
    String order = TransformType.attribute(step.element()).orElseThrow().name();
    String prefix = order.substring(0, order.indexOf(':') + 1);
    editor.set(step.element(), prefix + "Locator", "Match(statusCode)");
    return Optional.of(Fix.safe("match the status code", editor.edits().list()));
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
