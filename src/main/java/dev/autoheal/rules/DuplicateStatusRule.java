package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Section;
import dev.autoheal.section.TriggerElement;
import dev.autoheal.section.TriggerKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flags two status rules that count the same responses. IIS refuses a collection that holds a key
 * twice, with 0x800700b7. Which attributes of a status rule are its key is not documented.
 */
final class DuplicateStatusRule implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "two status rules count the same responses";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    Map<TriggerKey, TriggerElement> first = new TreeMap<>();
    ComparableStatusRules.in(section)
        .forEach(
            rule -> {
              TriggerElement before = first.putIfAbsent(rule.key().orElseThrow(), rule);
              if (before != null) {
                report(rule, before, reporter);
              }
            });
  }

  private static void report(TriggerElement rule, TriggerElement before, Reporter reporter) {
    reporter.report(
        rule.element().startTag(),
        "duplicate rule for status %s, which IIS may answer with 500.19; remove one"
            .formatted(rule.key().orElseThrow().status().orElseThrow()),
        Related.here(before.element().startTag(), "first rule"));
  }
}
