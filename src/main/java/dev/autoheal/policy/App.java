package dev.autoheal.policy;

import dev.autoheal.text.Location;

/**
 * An app of a policy, resolved: the presets and defaults that it builds on are merged with its own
 * keys.
 *
 * @param place the location of the name of the app
 * @param files the patterns of the files that this app matches; an earlier app that matches wins
 * @param desired the section that the policy requires in these files
 * @param terms the settings that decide what counts as a finding; {@code desired} is within their
 *     limits
 */
public record App(
    String name, Location place, FilePatterns files, DesiredSection desired, AppTerms terms) {

  /** Returns the limits for the values of the sections. */
  public Limits limits() {
    return terms.limits();
  }

  /** Returns the instances that the app runs on, as far as the policy states them. */
  public Plan plan() {
    return terms.plan();
  }

  /** Returns the severities of the findings in the files of the app. */
  public Severities severities() {
    return terms.severities();
  }

  /** Returns this app under the terms of another version of its policy. */
  public App under(AppTerms other) {
    return new App(name, place, files, desired, other);
  }
}
