package dev.autoheal.policy.read;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.Spelling;
import java.util.Collection;

/** Formats messages that state what was expected and what was found. */
final class Expected {
  private Expected() {}

  /**
   * Returns a message.
   *
   * @param expected the expected value as a noun phrase
   * @param name the name of the value in messages
   * @param got the value that was found, in quotes if it is text of the file
   */
  static String message(String expected, String name, String got) {
    return "expected %s for %s, got %s".formatted(expected, name, got);
  }

  /** Returns keys in quotes, for a sentence: {@code 'a', 'b' or 'c'}. */
  static String keys(Collection<String> keys) {
    return Spelling.alternatives(keys.stream().map(Quoted::literal).toList());
  }
}
