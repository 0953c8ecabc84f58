package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.util.Optional;

/** Reads the value of a key; what is wrong with it becomes a problem and there is no value. */
interface ValueReader<T> {
  /**
   * The value of {@code node}.
   *
   * @param name what a message calls it
   */
  Optional<T> read(String name, YamlNode node, ProblemCollector problems);

  /** A value of one scalar. */
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
