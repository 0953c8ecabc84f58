package dev.autoheal.policy;

import dev.autoheal.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** The setting of a rule in a policy: off, or a severity. */
public enum RuleSetting {
  /** The rule reports nothing. */
  OFF,
  /** Findings of the rule are notes. */
  INFO,
  /** Findings of the rule are warnings. */
  WARNING,
  /** Findings of the rule are errors. */
  ERROR;

  /** Returns the setting as a policy writes it, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the severity of the findings; empty for a rule that is off. */
  public Optional<Severity> severity() {
    return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
  }
}
