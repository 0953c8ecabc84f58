package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;

/** Reads {@code true} and {@code false} without quotes, as YAML writes them. */
final class BooleanReader implements ScalarReader<Boolean> {
  @Override
  public String expected() {
    return "true or false";
  }

  @Override
  public ScalarResult<Boolean> read(Scalar scalar) {
    if (scalar.type() == YamlNode.Type.TRUTH) {
      return ScalarResult.of(scalar.text().equalsIgnoreCase("true"));
    }
    boolean isQuoted = scalar.text().equals("true") || scalar.text().equals("false");
    return ScalarResult.refused(
        scalar, isQuoted ? "a word in quotes: leave the quotes out" : "true or false was expected");
  }
}
