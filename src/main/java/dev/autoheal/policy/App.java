package dev.autoheal.policy;

/**
 * One app of a policy, resolved: defaults and the app's own keys merged.
 *
 * @param files which files it governs, unless an earlier app does
 */
public record App(String name, Globs files, Asked asked) {}
