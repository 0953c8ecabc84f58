package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.MisplacedSections;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.FileSpan;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/**
 * Flags a section in a {@code location} for one path of the app. A trigger watches a worker
 * process, which serves the whole app.
 */
final class LocationScoped implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section applies to one path of the app only";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    context.config().map(MisplacedSections::of).stream()
        .flatMap(misplaced -> misplaced.scoped().stream())
        .filter(context::isChecked)
        .forEach(element -> check(element, context.parsed(), reporter));
  }

  private static void check(XmlElement element, ParsedFile file, Reporter reporter) {
    XmlElement location = element.parent().flatMap(XmlElement::parent).orElseThrow();
    String path = location.attribute("path").map(XmlAttribute::value).orElseThrow();
    if (DeploymentToken.isIn(path)) {
      return;
    }
    if (isPutThereByName(element, location, file)) {
      reporter.report(
          element.startTag(),
          "<location> matches <location %s>; use path=\".\" xdt:Locator=\"Match(path)\""
              .formatted(Quoted.attribute("path", path)));
    } else {
      reporter.report(
          element.startTag(),
          "unexpected %s in <location %s>; move it out"
              .formatted(Quoted.element(element.name()), Quoted.attribute("path", path)));
    }
  }

  /**
   * Returns whether a transform puts the section into a location of its base without naming its
   * path. Transforms find their targets by the name of the element alone unless there is a locator.
   */
  private static boolean isPutThereByName(
      XmlElement element, XmlElement location, ParsedFile file) {
    FileSpan origin = file.origin(element.startTag());
    return !file.origin(location.startTag()).isIn(origin.file().path())
        && ParsedFile.of(origin.file()).config().map(MisplacedSections::of).stream()
            .flatMap(misplaced -> misplaced.scoped().stream())
            .noneMatch(own -> own.startTag().equals(origin.span()));
  }
}
