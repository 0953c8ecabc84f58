package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;

/** Reads {@code true}, for keys that have no meaning when they are false. */
final class TrueReader implements ScalarReader<Boolean> {
  @Override
  public String expected() {
    return "true";
  }

  @Override
  public ScalarResult<Boolean> read(Scalar scalar) {
    boolean isTrue = scalar.type() == YamlNode.Type.TRUTH && scalar.text().equalsIgnoreCase("true");
    if (isTrue) {
      return ScalarResult.of(true);
    }
    boolean isFalse = scalar.type() == YamlNode.Type.TRUTH;
    return ScalarResult.refused(
        scalar, isFalse ? "true was expected: leave the key out" : "true was expected");
  }
}
