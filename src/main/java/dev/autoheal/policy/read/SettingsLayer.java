package dev.autoheal.policy.read;

import dev.autoheal.policy.DesiredSection;
import dev.autoheal.policy.Limits;
import dev.autoheal.policy.Plan;
import dev.autoheal.policy.Severities;
import java.util.List;
import java.util.Optional;

/**
 * The settings in one place of a policy, for example {@code defaults} or an app, before they are
 * merged with others. Percentages in them are not yet resolved.
 *
 * @param desired the required state of the section
 * @param limits the limits
 * @param plan the plan, as far as it is stated
 * @param severities the severities, as far as they are stated
 * @param transforms the transforms of each way of publishing; absent when they are not stated
 */
record SettingsLayer(
    DesiredSection desired,
    Limits limits,
    Plan plan,
    Severities severities,
    Optional<List<List<String>>> transforms) {
  /** The layer that requires nothing. */
  static final SettingsLayer EMPTY =
      new SettingsLayer(
          DesiredSection.NOTHING, Limits.NONE, Plan.UNKNOWN, Severities.NONE, Optional.empty());

  /** Merges this layer over {@code lower}. */
  SettingsLayer over(SettingsLayer lower) {
    return new SettingsLayer(
        desired.over(lower.desired),
        limits.over(lower.limits),
        plan.over(lower.plan),
        severities.over(lower.severities),
        transforms.or(lower::transforms));
  }

  /**
   * Merges this layer over the layer of an extended file. It works like {@link #over}, but limits
   * can only become tighter.
   */
  SettingsLayer extending(SettingsLayer lower) {
    return new SettingsLayer(
        desired.over(lower.desired),
        limits.tightenedBy(lower.limits),
        plan.over(lower.plan),
        severities.over(lower.severities),
        transforms.or(lower::transforms));
  }
}
