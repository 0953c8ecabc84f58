package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Scalar;
import java.util.Set;

/**
 * Reads the name of a rule.
 *
 * @param rules the names of all rules
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
        : ScalarResult.refused(scalar, "which is no rule" + advice(seen));
  }

  /**
   * Returns the end of a message about an unknown rule: the suggested name, or the command that
   * lists the rules.
   */
  String advice(String seen) {
    return KeySuggestion.to(seen, rules)
        .map(rule -> ": did you mean " + rule + "?")
        .orElse(": `autoheal explain` lists them");
  }
}
