package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Fix;
import dev.autoheal.finding.Severity;
import dev.autoheal.section.NamedElement;
import dev.autoheal.section.Section;
import dev.autoheal.section.SectionValue;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules that are on, each with its severity. They are grouped by kind, so that one walk over a
 * file passes each rule what it checks.
 */
public final class RuleSet {
  private final Map<String, Severity> severities = new HashMap<>();
  private final List<Enabled<FileRule>> files;
  private final List<Enabled<SectionRule>> sections;
  private final List<Enabled<ElementRule>> elements;
  private final List<Enabled<TriggerRule>> triggers;
  private final List<Enabled<ValueRule>> values;
  private final List<Enabled<ActionRule>> actions;

  /** A rule that is on, and its severity. The id is kept because every finding needs it. */
  private record Enabled<R extends Rule>(R rule, String id, Severity severity) {}

  private RuleSet(List<Enabled<Rule>> all) {
    all.forEach(each -> severities.put(each.id, each.severity));
    this.files = only(FileRule.class, all);
    this.sections = only(SectionRule.class, all);
    this.elements = only(ElementRule.class, all);
    this.triggers = only(TriggerRule.class, all);
    this.values = only(ValueRule.class, all);
    this.actions = only(ActionRule.class, all);
  }

  private static <R extends Rule> List<Enabled<R>> only(Class<R> kind, List<Enabled<Rule>> all) {
    return all.stream()
        .filter(each -> kind.isInstance(each.rule))
        .map(each -> new Enabled<>(kind.cast(each.rule), each.id, each.severity))
        .toList();
  }

  /**
   * Creates a set of those rules that have a severity.
   *
   * @param severity returns the severity of a rule; empty when the rule is off
   */
  public static RuleSet of(List<Rule> rules, Function<Rule, Optional<Severity>> severity) {
    return new RuleSet(
        rules.stream()
            .flatMap(
                rule ->
                    severity.apply(rule).stream().map(each -> new Enabled<>(rule, rule.id(), each)))
            .toList());
  }

  /** Returns the severity of a rule; empty when the rule is off. */
  public Optional<Severity> severity(Rule rule) {
    return Optional.ofNullable(severities.get(rule.id()));
  }

  /**
   * Runs the rules over one file. Returns each finding once and before any suppression. The order
   * holds for the findings of one rule. Those of different rules are mixed; since {@link Finding}
   * compares by the rule too, a stable sort gives one order.
   */
  public List<Finding> find(RuleContext context) {
    Collector found = new Collector();
    for (Enabled<FileRule> each : files) {
      each.rule.check(context, found.by(each));
    }
    for (Section section : context.sections()) {
      for (Enabled<SectionRule> each : sections) {
        each.rule.check(section, context, found.by(each));
      }
      for (NamedElement element : section.index().elements()) {
        for (Enabled<ElementRule> each : elements) {
          each.rule.check(element, context, found.by(each));
        }
      }
      for (TriggerElement trigger : section.triggers()) {
        for (Enabled<TriggerRule> each : triggers) {
          each.rule.check(trigger, section, context, found.by(each));
        }
        for (SectionValue value : trigger.values().values()) {
          for (Enabled<ValueRule> each : values) {
            each.rule.check(value, context, found.by(each));
          }
        }
      }
      if (section.action().isPresent()) {
        for (Enabled<ActionRule> each : actions) {
          each.rule.check(section.action().get(), section, context, found.by(each));
        }
      }
    }
    return new ArrayList<>(found.findings);
  }

  /**
   * Collects the findings of one file in a set, which keeps each one once. A rule checks a base
   * once for each way of publishing it, so it can report the same finding again.
   */
  private static final class Collector implements Reporter {
    private final Set<Finding> findings = new LinkedHashSet<>();
    private Enabled<?> current;

    /** Returns this collector, which from now on receives the findings of the given rule. */
    Reporter by(Enabled<?> rule) {
      current = rule;
      return this;
    }

    @Override
    public void report(
        Severity most, Span span, String message, Optional<Fix> fix, Related... related) {
      findings.add(
          new Finding(
              current.id, current.severity.atMost(most), span, message, fix, List.of(related)));
    }
  }
}
