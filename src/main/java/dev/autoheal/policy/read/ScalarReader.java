package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.text.QuotedLine;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a value from a scalar that is not empty.
 *
 * @param expected the expected value as a noun phrase for messages, for example {@code a whole
 *     number}
 * @param parser the function that returns the value of a scalar; empty when the scalar is refused
 * @param refusal the function that returns why a scalar without a value is refused; its result
 *     continues a message after the name of the key: {@code is 010, which …}
 */
record ScalarReader<T>(
    String expected, Function<Scalar, Optional<T>> parser, Function<Scalar, String> refusal)
    implements ValueReader<T> {
  /**
   * Creates a reader whose refusals have the form {@code is SEEN, ADVICE}.
   *
   * @param advice the function that returns the end of a refusal
   */
  static <T> ScalarReader<T> of(
      String expected, Function<Scalar, Optional<T>> parser, Function<Scalar, String> advice) {
    return new ScalarReader<>(
        expected,
        parser,
        scalar -> "is %s, %s".formatted(QuotedLine.of(scalar.text()), advice.apply(scalar)));
  }

  @Override
  public Optional<T> read(String name, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Scalar scalar) || scalar.type() == YamlNode.Type.NOTHING) {
      problems.wrongType(name, node, expected);
      return Optional.empty();
    }
    Optional<T> value = parser.apply(scalar);
    if (value.isEmpty()) {
      problems.add(node.span(), name + " " + refusal.apply(scalar));
    }
    return value;
  }
}
