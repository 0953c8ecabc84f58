package dev.autoheal.rule;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that are on with their severities, and the findings that are accepted.
 *
 * @param severities the severity of each rule that is on, by rule id
 * @param exceptions the findings that are accepted
 * @param today the day by which exceptions end
 */
public record RuleConfig(
    Map<String, Severity> severities, List<Exemption> exceptions, LocalDate today) {
  public RuleConfig {
    severities = Map.copyOf(severities);
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
    Map<String, Severity> severities = new HashMap<>();
    for (Rule rule : rules) {
      RuleSetting setting = settings.get(rule.id());
      if (setting != null) {
        setting.severity().ifPresent(severity -> severities.put(rule.id(), severity));
      } else if (rule.isOnByDefault()) {
        severities.put(rule.id(), rule.severity());
      }
    }
    return new RuleConfig(severities, exceptions, today);
  }

  /** Returns the severity of a rule; empty when the rule is off. */
  public Optional<Severity> severity(Rule rule) {
    return Optional.ofNullable(severities.get(rule.id()));
  }
}
