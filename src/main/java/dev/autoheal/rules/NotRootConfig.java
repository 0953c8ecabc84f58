package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.Section;

/**
 * The section is documented for the web.config in the root of an app alone. Whether a file below
 * another web.config is the root of an app of its own only a policy can say.
 */
final class NotRootConfig implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the section stands in a web.config below another one";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {
    if (subject.above().isPresent() && !subject.isTransform()) {
      subject.sections().stream()
          .limit(1)
          .map(Section::element)
          .forEach(element -> reporter.report(element.startTag(), message(subject.above().get())));
    }
  }

  private static String message(String above) {
    return ("another web.config lies above this one (%s), and only the one in the root of an app is"
            + " documented to hold the section: move it there, or name this file in a policy if it"
            + " is an app of its own")
        .formatted(above);
  }
}
