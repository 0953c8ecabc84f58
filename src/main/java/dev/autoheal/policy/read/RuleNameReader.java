package dev.autoheal.policy.read;

import dev.autoheal.policy.read.Node.Scalar;
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
  public Reading<String> read(Scalar scalar) {
    String seen = scalar.text();
    return rules.contains(seen)
        ? Reading.of(seen)
        : Reading.refused(scalar, "which is no rule" + cure(seen));
  }

  /** Goes on from what was seen and is no rule. */
  String cure(String seen) {
    return Nearest.to(seen, rules)
        .map(rule -> ": did you mean " + rule + "?")
        .orElse(": `autoheal explain` lists them");
  }
}
