package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.xml.XmlElement;
import java.util.List;

/**
 * Flags a section that is defined twice on one level, which IIS refuses with 0x800700b7. As far as
 * is known, the top level and a {@code location} for the app itself are one level too.
 */
final class DuplicateSection implements FileRule {
  @Override
  public String summary() {
    return "the section occurs twice on one level";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.isTransform() || context.config().isEmpty()) {
      return;
    }
    List<Section> sections = context.config().get().sections();
    sections.stream()
        .skip(1)
        .forEach(
            another ->
                reporter.report(
                    another.element().startTag(),
                    message(another.element(), sections.get(0).element()),
                    Related.here(sections.get(0).element().startTag(), "first section")));
  }

  private static String message(XmlElement another, XmlElement first) {
    return "duplicate <monitoring>, which IIS %s with 500.19; move its triggers into the first one"
        .formatted(isInLocation(another) == isInLocation(first) ? "answers" : "may answer");
  }

  private static boolean isInLocation(XmlElement monitoring) {
    return monitoring.parent().flatMap(XmlElement::parent).orElseThrow().parent().isPresent();
  }
}
