package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a section in a {@code location} for one part of the app. A trigger watches a worker
 * process, which serves the app as a whole.
 */
final class LocationScoped implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section is for a part of the app";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context.config().map(MisplacedSections::of).stream()
        .flatMap(misplaced -> misplaced.scoped().stream())
        .filter(context::isChecked)
        .forEach(element -> check(element, reporter));
  }

  private static void check(XmlElement element, Reporter reporter) {
    XmlElement location = element.parent().flatMap(XmlElement::parent).orElseThrow();
    String path = location.attribute("path").map(XmlAttribute::value).orElseThrow();
    if (!DeploymentToken.isIn(path)) {
      reporter.report(
          element.startTag(),
          ("the section is for %s, a part of the app, but a trigger judges the worker process as a"
                  + " whole: move it out of the location")
              .formatted(Quoted.of(path)));
    }
  }
}
