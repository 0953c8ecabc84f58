package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.DeploymentToken;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a value that holds a deployment token. A deployment tool fills in the value, so it can be
 * neither checked nor rewritten here.
 */
final class Placeholder implements SectionRule {
  /**
   * The verb for the program and its parameters. These may hold a secret, so the message does not
   * repeat them.
   */
  private static final String HOLDS = "holds";

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a value is a token that a deployment tool fills in";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    section
        .values(SectionValue.State.TOKEN)
        .forEach(value -> report(value.name(), value.span(), is(value.text()), reporter));
    section.action().ifPresent(action -> check(action, reporter));
  }

  private static void check(ActionElement action, Reporter reporter) {
    token(action.value())
        .ifPresent(xml -> report(xml.name(), xml.valueSpan(), is(xml.value()), reporter));
    Stream.of(action.exe(), action.parameters())
        .flatMap(text -> token(text).stream())
        .forEach(xml -> report(xml.name(), xml.valueSpan(), HOLDS, reporter));
  }

  private static Optional<XmlAttribute> token(Optional<XmlAttribute> attribute) {
    return attribute.filter(xml -> DeploymentToken.isIn(xml.value()));
  }

  private static String is(String value) {
    return "is " + Quoted.of(value) + ",";
  }

  private static void report(String name, Span span, String verb, Reporter reporter) {
    reporter.report(
        span,
        "%s %s a token for a deployment tool: neither judged nor rewritten".formatted(name, verb));
  }
}
