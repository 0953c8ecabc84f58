package dev.autoheal.policy.read;

import dev.autoheal.text.QuotedLine;
import java.util.Optional;

/**
 * What became of a scalar.
 *
 * @param value absent when it could not be read
 * @param reason then, and goes on from the name of the key: {@code is 010, which …}
 */
public record Reading<T>(Optional<T> value, String reason) {
  static <T> Reading<T> of(T value) {
    return new Reading<>(Optional.of(value), "");
  }

  static <T> Reading<T> refused(String reason) {
    return new Reading<>(Optional.empty(), reason);
  }

  /** {@code is SEEN, REST}, as most reasons read. */
  static <T> Reading<T> refused(Node.Scalar seen, String rest) {
    return refused("is %s, %s".formatted(QuotedLine.of(seen.text()), rest));
  }
}
