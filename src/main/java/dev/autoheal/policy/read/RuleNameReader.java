package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.util.Set;

/**
 * The name of a rule.
 *
 * @param rules all there are
 */
record RuleNameReader(Set<String> rules) implements ScalarReader<String> {
  @Override
  public String expected() {
    return "the name of a rule";
  }

  @Override
  public ScalarResult<String> read(Scalar scalar) {
    String seen = scalar.text();
    return rules.contains(seen)
        ? ScalarResult.of(seen)
        : ScalarResult.refused(scalar, "which is no rule" + cure(seen));
  }

  /** Goes on from what was seen and is no rule. */
  String cure(String seen) {
    return KeySuggestion.to(seen, rules)
        .map(rule -> ": did you mean " + rule + "?")
        .orElse(": `autoheal explain` lists them");
  }
}
