package dev.autoheal.rule;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that are on with their severities, and the findings that are accepted.
 *
 * @param rules the rules that are on
 * @param exceptions the findings that are accepted
 * @param today the day by which exceptions end
 */
public record RuleConfig(RuleSet rules, List<Exemption> exceptions, LocalDate today) {
  public RuleConfig {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Returns the configuration of each rule under a policy.
   *
   * @param policy the policy; empty when there is none, so that each rule keeps its defaults
   */
  public static RuleConfig of(List<Rule> rules, Optional<Policy> policy, LocalDate today) {
    return of(
        rules,
        policy.map(Policy::rules).orElse(Map.of()),
        policy.map(Policy::exceptions).orElse(List.of()),
        today);
  }

  /**
   * Returns the configuration of each rule under the given settings.
   *
   * @param settings the settings of rules, by rule id; every other rule keeps its defaults
   */
  public static RuleConfig of(
      List<Rule> rules,
      Map<String, RuleSetting> settings,
      List<Exemption> exceptions,
      LocalDate today) {
    RuleSet enabled = RuleSet.of(rules, rule -> severity(rule, settings.get(rule.id())));
    return new RuleConfig(enabled, exceptions, today);
  }

  /** Returns the same rules with other exceptions. */
  public RuleConfig with(List<Exemption> others) {
    return new RuleConfig(rules, others, today);
  }

  private static Optional<Severity> severity(Rule rule, RuleSetting setting) {
    if (setting != null) {
      return setting.severity();
    }
    return rule.isOnByDefault() ? Optional.of(rule.severity()) : Optional.empty();
  }
}
