package dev.autoheal.policy.read;

import dev.autoheal.text.QuotedLine;
import java.util.Optional;

/**
 * What became of a scalar.
 *
 * @param value absent when it could not be read
 * @param reason then, and goes on from the name of the key: {@code is 010, which …}
 */
public record ScalarResult<T>(Optional<T> value, String reason) {
  static <T> ScalarResult<T> of(T value) {
    return new ScalarResult<>(Optional.of(value), "");
  }

  static <T> ScalarResult<T> refused(String reason) {
    return new ScalarResult<>(Optional.empty(), reason);
  }

  /** {@code is SEEN, REST}, as most reasons read. */
  static <T> ScalarResult<T> refused(YamlNode.Scalar seen, String rest) {
    return refused("is %s, %s".formatted(QuotedLine.of(seen.text()), rest));
  }
}
