package dev.autoheal.policy;

import dev.autoheal.text.Location;

/**
 * One app of a policy, resolved: all it builds on and its own keys merged.
 *
 * @param place of its name
 * @param files which files it governs, unless an earlier app does
 * @param limits of what its sections may say; {@code asked} keeps to them
 */
public record App(
    String name,
    Location place,
    FilePatterns files,
    DesiredSection asked,
    Limits limits,
    Plan plan) {}
