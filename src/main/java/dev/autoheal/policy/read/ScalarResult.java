package dev.autoheal.policy.read;

import dev.autoheal.text.QuotedLine;
import java.util.Optional;

/**
 * The result of reading a scalar: a value, or the reason why there is none.
 *
 * @param value the value; absent when the scalar was refused
 * @param reason the reason of a refusal, which continues a message after the name of the key:
 *     {@code is 010, which …}; empty when there is a value
 */
public record ScalarResult<T>(Optional<T> value, String reason) {
  /** Creates the result for a scalar that was read. */
  static <T> ScalarResult<T> of(T value) {
    return new ScalarResult<>(Optional.of(value), "");
  }

  /**
   * Creates the result for a scalar that was refused.
   *
   * @param reason the text that continues the message after the name of the key
   */
  static <T> ScalarResult<T> refused(String reason) {
    return new ScalarResult<>(Optional.empty(), reason);
  }

  /**
   * Creates the result for a scalar that was refused, with a reason of the form {@code is SEEN,
   * REST}.
   *
   * @param seen the scalar, which is quoted in the reason
   * @param rest the end of the reason
   */
  static <T> ScalarResult<T> refused(YamlNode.Scalar seen, String rest) {
    return refused("is %s, %s".formatted(QuotedLine.of(seen.text()), rest));
  }
}
