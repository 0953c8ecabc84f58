package dev.autoheal.rules;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;

/**
 * Flags a section that is in another file, by {@code configSource}. That file is checked, but it is
 * neither compared with a policy nor rewritten.
 */
final class SectionElsewhere implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section is in another file";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    section
        .element()
        .attribute("configSource")
        .map(XmlAttribute::valueSpan)
        .filter(span -> !isRefused(context))
        .ifPresent(
            span ->
                reporter.report(
                    span, message(span.of(context.file().text()), context.source().isPresent())));
  }

  private static String message(String seen, boolean isRead) {
    return (isRead
            ? "autoheal never rewrites the section in %s; move it here"
            : "cannot read %s; use a file in this folder or below")
        .formatted(Quoted.attribute("configSource", seen));
  }

  /**
   * Returns whether the comparison of the file with a policy is refused, which has the same cause.
   */
  private static boolean isRefused(RuleContext context) {
    return context.comparison().filter(Comparison.Refused.class::isInstance).isPresent();
  }
}
