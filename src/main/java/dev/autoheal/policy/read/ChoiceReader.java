package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.util.Map;

/**
 * One of a few words, in exactly these letters.
 *
 * @param words each with what it means
 */
record ChoiceReader<T>(String expected, Map<String, T> words) implements ScalarReader<T> {
  @Override
  public ScalarResult<T> read(Scalar scalar) {
    T meaning = words.get(scalar.text());
    return meaning != null
        ? ScalarResult.of(meaning)
        : ScalarResult.refused(scalar, cure(scalar.text()));
  }

  private String cure(String text) {
    return KeySuggestion.to(text, words.keySet())
        .map(word -> "did you mean " + word + "?")
        .orElse(expected + " was expected");
  }
}
