package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.ActionRule;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.DiagnosticsCommand;
import dev.autoheal.section.Section;
import dev.autoheal.text.InvisibleCharacters;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/**
 * Flags arguments with which a diagnostics tool of App Service collects nothing, or not what is
 * meant. The tool does not report that: it only prints its usage, or restarts the worker without
 * any data.
 */
final class CustomActionArguments implements ActionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "the diagnostics tool does not understand its arguments";
  }

  @Override
  public void check(ActionElement action, Section section, RuleContext context, Reporter reporter) {
    Span at =
        action
            .parameters()
            .map(XmlAttribute::valueSpan)
            .or(() -> action.program().map(XmlElement::startTag))
            .orElseGet(() -> action.element().startTag());
    if (InvisibleCharacters.in(context.file().text(), at, false).isEmpty()) {
      DiagnosticsCommand.of(action)
          .flatMap(DiagnosticsCommand::problem)
          .ifPresent(problem -> reporter.report(at, problem));
    }
  }
}
