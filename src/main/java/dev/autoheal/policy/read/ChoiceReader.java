package dev.autoheal.policy.read;

import dev.autoheal.policy.read.Node.Scalar;
import java.util.Map;

/**
 * One of a few words, in exactly these letters.
 *
 * @param words each with what it means
 */
record ChoiceReader<T>(String expected, Map<String, T> words) implements ScalarReader<T> {
  @Override
  public Reading<T> read(Scalar scalar) {
    T meaning = words.get(scalar.text());
    return meaning != null ? Reading.of(meaning) : Reading.refused(scalar, cure(scalar.text()));
  }

  private String cure(String text) {
    return Nearest.to(text, words.keySet())
        .map(word -> "did you mean " + word + "?")
        .orElse(expected + " was expected");
  }
}
