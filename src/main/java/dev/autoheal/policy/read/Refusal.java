package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.text.Quoted;

/**
 * The reason to refuse a scalar.
 *
 * @param expected the expected value as a noun phrase
 * @param fix what to write instead, as an imperative; may be empty
 */
record Refusal(String expected, String fix) {
  /** Creates a reason that proposes nothing. */
  static Refusal of(String expected) {
    return new Refusal(expected, "");
  }

  /** Returns the message about a scalar. */
  String message(String name, Scalar scalar) {
    return Expected.message(expected, name, Quoted.literal(scalar.text()))
        + (fix.isEmpty() ? "" : "; " + fix);
  }
}
