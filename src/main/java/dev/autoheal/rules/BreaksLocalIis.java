package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.section.WebConfig;

/**
 * Only App Service knows the section. Teams that run the app on their own machines under IIS
 * Express keep it in a transform, so that it is there in the published file alone.
 */
final class BreaksLocalIis implements Rule {
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
    return "the section stands in the file that IIS Express reads too";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    if (!subject.isTransform() && subject.role() != WebConfig.Role.RESULT) {
      subject.sections().stream()
          .limit(1)
          .map(Section::element)
          .forEach(
              element ->
                  reporter.report(
                      element.startTag(),
                      "IIS Express does not know the monitoring section and probably answers every"
                          + " request with 500.19: keep it in a transform such as"
                          + " Web.Release.config"));
    }
  }
}
