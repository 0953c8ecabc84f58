package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;

/**
 * Flags a section in a file that IIS does not read, and that no known publish step uses. It
 * protects nothing, even without a mistake.
 */
final class SectionNotRead implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section is in a file that IIS never reads";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    if (context.around().isUnread() && !section.triggers().isEmpty()) {
      reporter.report(
          section.element().startTag(),
          context.isTransform()
              ? "no known publish step applies this transform; add it to a publish profile"
              : "IIS reads <monitoring> only in web.config; move it there");
    }
  }
}
