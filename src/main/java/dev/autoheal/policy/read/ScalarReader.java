package dev.autoheal.policy.read;

/** Converts a scalar to a value. */
interface ScalarReader<T> {
  /**
   * Returns the expected value as a noun phrase for messages, for example {@code a whole number}.
   */
  String expected();

  /** Reads the value of a scalar, or says why it is refused. The scalar must not be empty. */
  ScalarResult<T> read(YamlNode.Scalar scalar);
}
