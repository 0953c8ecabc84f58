package dev.autoheal.policy.read;

import dev.autoheal.policy.read.Node.Scalar;

/** The words {@code true} and {@code false}. */
final class TruthReader implements ScalarReader<Boolean> {
  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public Reading<Boolean> read(Scalar scalar) {
    if (scalar.type() == Node.Type.TRUTH) {
      return Reading.of(scalar.text().equalsIgnoreCase("true"));
    }
    boolean isQuoted = scalar.text().equals("true") || scalar.text().equals("false");
    return Reading.refused(
        scalar, isQuoted ? "a word in quotes: leave the quotes out" : "true or false was expected");
  }
}
