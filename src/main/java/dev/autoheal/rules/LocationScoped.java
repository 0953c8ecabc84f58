package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/** A trigger judges a worker process, which serves the app as a whole and not a part of it. */
final class LocationScoped implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section is for a part of the app";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    subject.config().map(MisplacedSections::of).stream()
        .flatMap(lost -> lost.scoped().stream())
        .filter(subject::isJudged)
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
