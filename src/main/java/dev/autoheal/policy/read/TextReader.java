package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.text.InvisibleCodePoints;

/**
 * Reads a text. Control characters and characters that hide text or reverse its direction are
 * refused. A message never shows the text, because it may contain a secret.
 *
 * @param expected the expected text as a noun phrase for messages
 * @param longest the largest allowed length, in code points
 * @param mayBeBlank whether the text may be empty, or start or end with a space
 */
record TextReader(String expected, int longest, boolean mayBeBlank)
    implements ScalarReader<String> {
  @Override
  public ScalarResult<String> read(Scalar scalar) {
    String text = scalar.text();
    if (scalar.type() != YamlNode.Type.TEXT) {
      return ScalarResult.refused(
          "is %s, %s was expected: put it in quotes".formatted(scalar.kind(), expected));
    }
    if (!mayBeBlank && (text.startsWith(" ") || text.endsWith(" "))) {
      return ScalarResult.refused("starts or ends with a blank: leave it out");
    }
    if (!mayBeBlank && text.isEmpty()) {
      return ScalarResult.refused("is empty, %s was expected".formatted(expected));
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      return ScalarResult.refused(
          "has %d characters, at most %d were expected".formatted(length, longest));
    }
    return text.codePoints()
        .filter(InvisibleCodePoints::test)
        .mapToObj(
            c ->
                ScalarResult.<String>refused(
                    "holds the invisible character U+%04X: leave it out".formatted(c)))
        .findFirst()
        .orElseGet(() -> ScalarResult.of(text));
  }
}
