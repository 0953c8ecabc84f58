package dev.autoheal.policy;

import dev.autoheal.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** What a policy makes of a rule: a severity, or nothing. */
public enum RuleSetting {
  OFF,
  INFO,
  WARNING,
  ERROR;

  /** As a policy writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a rule that is off. */
  public Optional<Severity> severity() {
    return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
  }
}
