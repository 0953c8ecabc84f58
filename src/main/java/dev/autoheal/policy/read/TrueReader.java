package dev.autoheal.policy.read;

import dev.autoheal.policy.read.Node.Scalar;

/** The word {@code true}, for keys that say nothing when they are false. */
final class TrueReader implements ScalarReader<Boolean> {
  @Override
  public String expected() {
    return "true";
  }

  @Override
  public Reading<Boolean> read(Scalar scalar) {
    boolean isTrue = scalar.type() == Node.Type.TRUTH && scalar.text().equalsIgnoreCase("true");
    if (isTrue) {
      return Reading.of(true);
    }
    boolean isFalse = scalar.type() == Node.Type.TRUTH;
    return Reading.refused(
        scalar, isFalse ? "true was expected: leave the key out" : "true was expected");
  }
}
