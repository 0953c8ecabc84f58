package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
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

  /** Creates a reader for a scalar that is not empty. */
  static <T> ValueReader<T> of(ScalarReader<T> reader) {
    return (name, node, problems) -> {
      if (!(node instanceof Scalar scalar) || scalar.type() == YamlNode.Type.NOTHING) {
        problems.wrongType(name, node, reader.expected());
        return Optional.empty();
      }
      ScalarResult<T> reading = reader.read(scalar);
      if (reading.value().isEmpty()) {
        problems.add(node.span(), name + " " + reading.reason());
      }
      return reading.value();
    };
  }
}
