package dev.autoheal.rule;

import dev.autoheal.policy.Policy;
import dev.autoheal.policy.PolicyException;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.text.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What counts as a finding, and how much.
 *
 * @param settings of rules, by their ids; the others are as they come
 * @param exceptions findings that are accepted
 * @param today the day by which exceptions end
 */
public record Terms(
    Map<String, RuleSetting> settings, List<PolicyException> exceptions, LocalDate today) {
  public Terms {
    settings = Map.copyOf(settings);
    exceptions = List.copyOf(exceptions);
  }

  /** Those of a policy, or without one those of the rules alone. */
  public static Terms of(Optional<Policy> policy, LocalDate today) {
    return new Terms(
        policy.map(Policy::rules).orElse(Map.of()),
        policy.map(Policy::exceptions).orElse(List.of()),
        today);
  }

  /** The severity of a rule; empty when it is off. */
  Optional<Severity> severity(Rule rule) {
    RuleSetting setting = settings.get(rule.id());
    if (setting != null) {
      return setting.severity();
    }
    return rule.isOnByDefault() ? Optional.of(rule.severity()) : Optional.empty();
  }
}
