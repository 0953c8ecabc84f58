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
    return "a transform leaves its section out, or makes publishing fail";
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
          && inserted(step.element())
              .anyMatch(part -> published.stream().noneMatch(each -> isLike(each, part)))) {
        reporter.report(
            TransformType.attribute(step.element()).orElseThrow().valueSpan(),
            masked(step.element()),
            fix(step),
            existing(context, result));
      }
    }
  }

  /** Returns the parts of a section that an element would insert without their own transform. */
  private static Stream<XmlElement> inserted(XmlElement element) {
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
      return "InsertIfMissing skips this <add> because one exists; use xdt:Locator=\"Match(statusCode)\"";
    }
    return "InsertIfMissing skips this %s because one exists; %s"
        .formatted(
            Quoted.element(name),
            isInSection(element)
                ? "leave it empty and add one with Replace"
                : "insert only <monitoring>");
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
    return Optional.of(Fix.safe("use xdt:Locator=\"Match(statusCode)\"", editor.edits().list()));
  }

  private static Related existing(RuleContext context, TransformResult result) {
    WebConfig config = WebConfig.of(result.document());
    XmlElement there = config.section().map(Section::element).orElseGet(config::home);
    return context.related(result.origin(there), "existing element");
  }

  private static String unknown(XmlAttribute operation) {
    String name = TransformType.name(operation);
    Optional<String> meant = TransformType.nearest(operation);
    boolean isLetterCase = meant.filter(name::equalsIgnoreCase).isPresent();
    return "unknown transform %s, so publishing fails; %s"
        .formatted(
            Quoted.literal(name),
            isLetterCase
                ? "use %s (names are case-sensitive)".formatted(meant.get())
                : meant
                    .map("did you mean %s?"::formatted)
                    .orElse("use Insert, InsertIfMissing or Replace"));
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
            .orElseGet(
                () ->
                    "missing %s on %s; insert an empty one with InsertIfMissing, then use Replace here"
                        .formatted(
                            Quoted.literal(declared + ":Transform"),
                            Quoted.element(section.name()))));
  }

  private static String misspelled(XmlAttribute attribute, String declared) {
    return "unknown attribute %s, so publishing drops the section; did you mean %s?"
        .formatted(Quoted.literal(attribute.name()), Quoted.literal(declared + ":Transform"));
  }
}
