package dev.autoheal.policy;

import java.util.List;
import java.util.Optional;

/**
 * The settings that decide what counts as a finding in an app, in addition to the section that the
 * policy requires. In a review they come from the revision that the changes are to be merged into.
 *
 * @param limits the limits for the values of the sections
 * @param plan the instances that the app runs on, as far as the policy states them
 * @param severities the severities of the findings in the files of the app; they contain the
 *     settings of rules that hold for every app
 * @param transforms the transforms of each way in which the app is published, by their paths
 *     relative to the web.config; absent when the ways are to be detected
 */
public record AppTerms(
    Limits limits, Plan plan, Severities severities, Optional<List<List<String>>> transforms) {
  /** Copies the lists. */
  public AppTerms {
    transforms = transforms.map(all -> all.stream().map(List::copyOf).toList());
  }

  /** Returns the same terms with other limits and severities. */
  AppTerms with(Limits otherLimits, Severities otherSeverities) {
    return new AppTerms(otherLimits, plan, otherSeverities, transforms);
  }
}
