package dev.autoheal.policy.read;

import java.util.Optional;

/** Reads the value of a key. An invalid value becomes a problem and gives no value. */
interface ValueReader<T> {
  /**
   * Reads the value of {@code node}; empty when it is invalid, which is then a problem.
   *
   * @param name the name of the value in messages
   * @param problems the collector that gets the problems
   */
  Optional<T> read(String name, YamlNode node, ProblemCollector problems);
}
