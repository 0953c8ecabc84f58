package dev.autoheal.rules;

import dev.autoheal.finding.Finding.Related;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rule.SectionRule;
import dev.autoheal.section.Attribute;
import dev.autoheal.section.Section;
import dev.autoheal.section.StatusKey;
import dev.autoheal.section.TriggerElement;
import java.util.List;
import java.util.OptionalLong;

/**
 * Flags a status rule that never fires before a wider one. A wider rule is for any sub-status or
 * any Win32 status and is met no later. All triggers lead to one action, so the narrower rule is
 * pointless.
 */
final class ShadowedStatusRule implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a status rule never fires before a wider one";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    List<TriggerElement> rules =
        ComparableStatusRules.in(section).filter(TriggerElement::isDetectable).toList();
    for (TriggerElement rule : rules) {
      rules.stream()
          .filter(other -> shadows(other, rule))
          .findFirst()
          .ifPresent(other -> report(rule, other, reporter));
    }
  }

  private static boolean shadows(TriggerElement wider, TriggerElement rule) {
    return isWider(key(wider), key(rule))
        && isAtMost(wider, rule, Attribute.COUNT)
        && isAtMost(rule, wider, Attribute.TIME_INTERVAL);
  }

  private static boolean isWider(StatusKey wider, StatusKey key) {
    return !wider.equals(key)
        && wider.status() == key.status()
        && (wider.subStatus() == 0 || wider.subStatus() == key.subStatus())
        && (wider.win32Status() == 0 || wider.win32Status() == key.win32Status());
  }

  private static boolean isAtMost(TriggerElement less, TriggerElement more, Attribute attribute) {
    OptionalLong small = less.valid(attribute);
    OptionalLong large = more.valid(attribute);
    return small.isPresent() && large.isPresent() && small.getAsLong() <= large.getAsLong();
  }

  private static void report(TriggerElement rule, TriggerElement wider, Reporter reporter) {
    reporter.report(
        rule.element().startTag(),
        ("the rule for status %s never fires first: the one for %s counts the same responses and"
                + " more, and needs no more of them, remove this one or lower its count")
            .formatted(key(rule), key(wider)),
        Related.here(wider.element().startTag(), "the wider rule"));
  }

  private static StatusKey key(TriggerElement rule) {
    return rule.key().orElseThrow().status().orElseThrow();
  }
}
