package dev.autoheal.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The policies that a run uses.
 *
 * @param policy the policy to use instead of the nearest one
 * @param basePolicy a policy that all others extend, which may be anywhere
 * @param app the app that the files are bound to, whatever its patterns match
 */
public record PolicyOptions(
    Optional<Path> policy, Optional<Path> basePolicy, Optional<String> app) {
  /** The nearest policy of each file alone, with the app whose patterns match. */
  public static final PolicyOptions NEAREST =
      new PolicyOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
