package dev.autoheal.rules;

import dev.autoheal.finding.Fix;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import dev.autoheal.xml.XmlEditor;
import dev.autoheal.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a section outside of {@code system.webServer}, since IIS looks for the section nowhere
 * else.
 */
final class MisplacedSection implements FileRule {
  @Override
  public String summary() {
    return "the section is where IIS does not look for it";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.config().isEmpty()) {
      return;
    }
    WebConfig config = context.config().get();
    List<XmlElement> misplaced =
        MisplacedSections.of(config).misplaced().stream().filter(context::isChecked).toList();
    for (XmlElement element : misplaced) {
      XmlElement parent = element.parent().orElseThrow();
      if (isMeant(parent)) {
        reporter.report(parent.nameSpan(), misspelled(parent));
        continue;
      }
      boolean isFree =
          isNamedRight(element)
              && config.sections().isEmpty()
              && misplaced.size() == 1
              && !context.isTransform();
      reporter.report(
          element.startTag(),
          message(element, config),
          isFree
              ? level(element, config).map(level -> fix(element, level, config))
              : Optional.empty());
    }
  }

  /**
   * Returns whether an element is a misspelled {@code system.webServer}. IIS ignores its other
   * children as well, so moving the section alone would fix little.
   */
  private static boolean isMeant(XmlElement parent) {
    return Spelling.nearest(parent.name(), List.of(WebConfig.WEB_SERVER)).isPresent();
  }

  private static String misspelled(XmlElement parent) {
    return "unknown element %s around <monitoring>; %s"
        .formatted(
            Quoted.element(parent.name()),
            parent.name().equalsIgnoreCase(WebConfig.WEB_SERVER)
                ? "use <system.webServer> (names are case-sensitive)"
                : "did you mean <system.webServer>?");
  }

  private static String message(XmlElement element, WebConfig config) {
    return "unexpected %s in %s; %s"
        .formatted(
            Quoted.element(element.name()),
            Quoted.element(element.parent().orElseThrow().name()),
            advice(element, config));
  }

  private static String advice(XmlElement element, WebConfig config) {
    if (!config.sections().isEmpty()) {
      return "merge it into <monitoring> in <system.webServer>";
    }
    return isNamedRight(element)
        ? "move it into <system.webServer>"
        : "move it into <system.webServer> as <monitoring>";
  }

  private static boolean isNamedRight(XmlElement element) {
    return element.name().equals("monitoring");
  }

  /**
   * Returns the level that holds the element; empty in a {@code location} for one path of the app.
   */
  private static Optional<XmlElement> level(XmlElement element, WebConfig config) {
    return Stream.iterate(element.parent(), Optional::isPresent, e -> e.flatMap(XmlElement::parent))
        .flatMap(Optional::stream)
        .filter(e -> e.name().equals("location") || e.parent().isEmpty())
        .findFirst()
        .filter(config.levels()::contains);
  }

  private static Fix fix(XmlElement element, XmlElement level, WebConfig config) {
    XmlEditor editor = new XmlEditor(config.document());
    if (config.webServers().isEmpty()) {
      editor.move(element, level, List.of(WebConfig.WEB_SERVER));
    } else {
      editor.move(element, config.webServers().get(0), List.of());
    }
    return Fix.unsafe("move it into <system.webServer>", editor.edits().list());
  }
}
