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
import dev.autoheal.text.Quoted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Flags a status rule that never fires before a wider one. A wider rule is for any substatus or any
 * Win32 status and is met no later. All triggers lead to one action, so the narrower rule is
 * pointless. Of several wider rules for the same responses only the first counts.
 */
final class ShadowedStatusRule implements SectionRule {
  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a wider status rule always fires first";
  }

  @Override
  public void check(Section section, RuleContext context, Reporter reporter) {
    Map<StatusKey, TriggerElement> first = new TreeMap<>();
    List<TriggerElement> rules =
        ComparableStatusRules.in(section).filter(TriggerElement::isDetectable).toList();
    rules.forEach(rule -> first.putIfAbsent(key(rule), rule));
    for (TriggerElement rule : first.size() > 1 ? rules : List.<TriggerElement>of()) {
      wider(key(rule))
          .map(first::get)
          .filter(other -> other != null && shadows(other, rule))
          .min(Comparator.comparingInt(other -> other.element().startTag().start()))
          .ifPresent(other -> report(rule, other, reporter));
    }
  }

  /** Returns the keys that count the same responses as a key, and more. */
  private static Stream<StatusKey> wider(StatusKey key) {
    return Stream.of(
            new StatusKey(key.status(), 0, 0),
            new StatusKey(key.status(), key.subStatus(), 0),
            new StatusKey(key.status(), 0, key.win32Status()))
        .distinct()
        .filter(each -> !each.equals(key));
  }

  private static boolean shadows(TriggerElement wider, TriggerElement rule) {
    return isAtMost(wider, rule, Attribute.COUNT) && isAtMost(rule, wider, Attribute.TIME_INTERVAL);
  }

  private static boolean isAtMost(TriggerElement less, TriggerElement more, Attribute attribute) {
    OptionalLong small = less.valid(attribute);
    OptionalLong large = more.valid(attribute);
    return small.isPresent() && large.isPresent() && small.getAsLong() <= large.getAsLong();
  }

  private static void report(TriggerElement rule, TriggerElement wider, Reporter reporter) {
    reporter.report(
        rule.element().startTag(),
        "status rule %s never fires before the wider rule %s; remove it or lower its count"
            .formatted(quoted(rule), quoted(wider)),
        Related.here(wider.element().startTag(), "wider rule"));
  }

  private static String quoted(TriggerElement rule) {
    return Quoted.literal(key(rule).toString());
  }

  private static StatusKey key(TriggerElement rule) {
    return rule.key().orElseThrow().status().orElseThrow();
  }
}
