package dev.autoheal.policy.read;

/** Turns one scalar into a value. */
interface ScalarReader<T> {
  /** What a person should write, as a message says it: {@code a whole number}. */
  String expected();

  /** The value; never called with an empty scalar. */
  ScalarResult<T> read(YamlNode.Scalar scalar);
}
