package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.FileRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;

/**
 * Flags a section in a web.config below another web.config. The section is documented only for the
 * web.config in the root of an app. Only a policy can say whether a lower file is the root of a
 * separate app.
 */
final class NotRootConfig implements FileRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section is in a web.config below another one";
  }

  @Override
  public void check(RuleContext context, Reporter reporter) {
    if (context.around().parentConfig().isPresent() && !context.isTransform()) {
      context.sections().stream()
          .limit(1)
          .map(Section::element)
          .forEach(
              element ->
                  reporter.report(
                      element.startTag(), message(context.around().parentConfig().get())));
    }
  }

  private static String message(String above) {
    return "unexpected <monitoring> in a subfolder; move it to %s or add this file to the policy"
        .formatted(above);
  }
}
