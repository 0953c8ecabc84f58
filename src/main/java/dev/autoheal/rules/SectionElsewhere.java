package dev.autoheal.rules;

import dev.autoheal.change.Comparison;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;
import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;

/** What stands in another file is checked there, but neither compared nor rewritten. */
final class SectionElsewhere implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section stands in another file";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    for (Section section : subject.sections()) {
      section
          .element()
          .attribute("configSource")
          .map(XmlAttribute::valueSpan)
          .filter(span -> !isRefused(subject))
          .ifPresent(
              span ->
                  reporter.report(
                      span, message(span.of(subject.file().text()), subject.source().isPresent())));
    }
  }

  private static String message(String seen, boolean isRead) {
    return (isRead
            ? "the section stands in %s, which is checked here but never compared or rewritten"
            : "the section stands in %s, which cannot be read here: name a file in the folder of"
                + " this one or below")
        .formatted(Quoted.of(seen));
  }

  /** A file that is to be compared with a policy cannot be, for the same cause. */
  private static boolean isRefused(RuleContext subject) {
    return subject.comparison().filter(Comparison.Refused.class::isInstance).isPresent();
  }
}
