package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;

/**
 * Flags a section in a file that IIS Express also reads, since only App Service knows the section.
 * Teams that run the app locally under IIS Express keep the section in a transform. Only the
 * published file then has it. The rule is off by default.
 */
final class BreaksLocalIis implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean isOnByDefault() {
    return false;
  }

  @Override
  public String summary() {
    return "the section is in a file that IIS Express also reads";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (!context.isTransform() && context.parsed().role() != WebConfig.Role.RESULT) {
      context.sections().stream()
          .limit(1)
          .map(Section::element)
          .forEach(
              element ->
                  reporter.report(
                      element.startTag(),
                      "<monitoring> may break IIS Express; move it to a transform, e.g."
                          + " Web.Release.config"));
    }
  }
}
