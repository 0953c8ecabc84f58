package dev.autoheal.policy;

import dev.autoheal.text.Location;

/**
 * An app of a policy, resolved: the presets and defaults that it builds on are merged with its own
 * keys.
 *
 * @param place the location of the name of the app
 * @param files the patterns of the files that this app matches; an earlier app that matches wins
 * @param desired the section that the policy requires in these files
 * @param limits the limits for the values of the sections; {@code desired} is within them
 * @param plan the instances that the app runs on, as far as the policy states them
 * @param severities the severities of the findings in these files; they contain the settings of
 *     rules that hold for every app
 */
public record App(
    String name,
    Location place,
    FilePatterns files,
    DesiredSection desired,
    Limits limits,
    Plan plan,
    Severities severities) {

  /** Returns this app with the limits, plan and severities of another version of its policy. */
  public App under(Limits otherLimits, Plan otherPlan, Severities otherSeverities) {
    return new App(name, place, files, desired, otherLimits, otherPlan, otherSeverities);
  }
}
