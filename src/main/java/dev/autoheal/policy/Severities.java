package dev.autoheal.policy;

import dev.autoheal.finding.Severity;
import dev.autoheal.text.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The severities of the findings in the files of an app.
 *
 * @param rules the settings of rules, by rule id; every other rule keeps its defaults
 * @param placeholders the setting of new placeholders; absent when a review warns of them
 */
public record Severities(Map<String, RuleSetting> rules, Optional<Placeholders> placeholders) {
  /** The severities without any setting. */
  public static final Severities NONE = new Severities(Map.of(), Optional.empty());

  /** Copies the map. */
  public Severities {
    rules = Map.copyOf(rules);
  }

  /**
   * The least severity of a new deployment token in a review, where the policy requires or limits
   * the value.
   *
   * @param word the setting as the policy writes it
   * @param place the location where the policy states it
   */
  public record Placeholders(String word, Severity severity, Location place) {}

  /** Returns the least severity of a new deployment token in a review. */
  public Severity ofNewPlaceholders() {
    return placeholders.map(Placeholders::severity).orElse(Severity.WARNING);
  }

  /** Merges these settings over {@code lower}, rule by rule. */
  public Severities over(Severities lower) {
    return new Severities(over(lower.rules), placeholders.or(lower::placeholders));
  }

  /** Merges these settings over the settings of rules that hold for every app. */
  public Severities overAll(Map<String, RuleSetting> all) {
    return new Severities(over(all), placeholders);
  }

  /** Returns the same map when nothing is merged, so that its user need not compare two maps. */
  private Map<String, RuleSetting> over(Map<String, RuleSetting> lower) {
    if (rules.isEmpty()) {
      return lower;
    }
    Map<String, RuleSetting> merged = new HashMap<>(lower);
    merged.putAll(rules);
    return merged;
  }
}
