package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.util.Map;

/**
 * Reads one of a few words, case-sensitively. A misspelled word is refused with a suggestion where
 * there is one.
 *
 * @param expected a description of the words for messages
 * @param words the values by word
 */
record ChoiceReader<T>(String expected, Map<String, T> words) implements ScalarReader<T> {
  @Override
  public ScalarResult<T> read(Scalar scalar) {
    T meaning = words.get(scalar.text());
    return meaning != null
        ? ScalarResult.of(meaning)
        : ScalarResult.refused(scalar, advice(scalar.text()));
  }

  private String advice(String text) {
    return KeySuggestion.to(text, words.keySet())
        .map(word -> "did you mean " + word + "?")
        .orElse(expected + " was expected");
  }
}
