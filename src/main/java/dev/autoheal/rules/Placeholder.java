package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.DesiredSection.DesiredUnmanaged;
import dev.autoheal.policy.DesiredSection.DesiredValue;
import dev.autoheal.policy.DesiredSection.Unmanaged;
import dev.autoheal.policy.DesiredSection.Values;
import dev.autoheal.policy.Limits;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.ActionElement;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import java.util.Optional;

/**
 * Flags a value that holds a deployment token. A deployment tool fills in the value, so it can be
 * neither checked nor rewritten here. The finding names the line of the policy that requires or
 * limits the value, if there is one. A review reports such a finding with more severity when it is
 * new.
 */
final class Placeholder implements SectionRule {
  private static final String LIMITED = "limited here";

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a value is a placeholder that a deployment tool replaces";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    for (TriggerElement trigger : section.triggers()) {
      trigger.values().values().stream()
          .filter(value -> value.is(SectionValue.State.TOKEN))
          .forEach(
              value ->
                  report(
                      value.quoted() + " is",
                      value.span(),
                      context.app().flatMap(app -> policyLine(app, trigger, value.attribute())),
                      reporter));
    }
    section.action().ifPresent(action -> check(action, context, reporter));
  }

  private static void check(ActionElement action, RuleContext context, Reporter reporter) {
    for (XmlAttribute xml : action.tokens()) {
      // The program and its parameters may contain a secret, so the message does not repeat them.
      boolean isAction = action.value().filter(xml::equals).isPresent();
      report(
          isAction ? Quoted.attribute(xml.name(), xml.value()) + " is" : xml.name() + " contains",
          xml.valueSpan(),
          context.app().flatMap(app -> policyLine(app, isAction)),
          reporter);
    }
  }

  /** Returns the line of the policy that requires or limits a value of a trigger. */
  private static Optional<Related> policyLine(
      App app, TriggerElement trigger, Attribute attribute) {
    Limits.Range range = app.limits().range(trigger.trigger(), attribute);
    return required(app.desired(), trigger, attribute)
        .map(place -> Related.elsewhere(place, "required here"))
        .or(() -> range.min().or(range::max).map(end -> Related.elsewhere(end.place(), LIMITED)));
  }

  /**
   * Returns the line that requires a value. A status rule whose codes are not known may be any of
   * those that the policy requires.
   */
  private static Optional<Location> required(
      DesiredSection desired, TriggerElement trigger, Attribute attribute) {
    if (trigger.key().isEmpty()) {
      return desired.triggers().entrySet().stream()
          .filter(each -> each.getKey().trigger() == trigger.trigger())
          .map(each -> each.getValue().place())
          .findFirst()
          .or(() -> Optional.ofNullable(desired.forbidden().get(trigger.trigger())))
          .or(
              () ->
                  desired
                      .unmanaged()
                      .filter(each -> each.what() != Unmanaged.KEEP)
                      .map(DesiredUnmanaged::place));
    }
    return desired.triggers().get(trigger.key().get()) instanceof Values values
        ? Optional.ofNullable(values.values().get(attribute)).map(DesiredValue::place)
        : Optional.empty();
  }

  /** Returns the line of the policy that requires or limits the action, or requires its program. */
  private static Optional<Related> policyLine(App app, boolean isAction) {
    return app.desired()
        .action()
        .map(desired -> Related.elsewhere(desired.place(), "required here"))
        .or(
            () ->
                app.limits()
                    .actions()
                    .filter(limited -> isAction)
                    .map(limited -> Related.elsewhere(limited.place(), LIMITED)));
  }

  private static void report(
      String start, Span span, Optional<Related> policyLine, Reporter reporter) {
    reporter.report(
        span,
        start + " a placeholder; autoheal neither checks nor rewrites it",
        policyLine.stream().toArray(Related[]::new));
  }
}
