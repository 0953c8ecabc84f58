package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * An exception that hides nothing today hides tomorrow what nobody accepted. Exceptions are judged
 * once all other rules are done, so there is nothing to check in a file alone.
 */
final class ExceptionUnused implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "an exception hides nothing";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {}

  /** A comment that accepts no finding of its rule. */
  Optional<Finding> comment(String rule, Location at, RuleConfig terms) {
    return finding(
        "this comment hides nothing: %s finds nothing where it reaches, remove it".formatted(rule),
        at,
        terms);
  }

  /** A comment that cannot be followed. */
  Optional<Finding> malformed(String why, Location at, RuleConfig terms) {
    return finding("this comment hides nothing: " + why, at, terms);
  }

  /** An exception of the policy that accepts no finding of its rule. */
  Optional<Finding> exception(String rule, Location at, RuleConfig terms) {
    return finding(
        "this exception hides nothing: %s finds nothing in its files, remove it".formatted(rule),
        at,
        terms);
  }

  private Optional<Finding> finding(String message, Location at, RuleConfig terms) {
    return terms
        .severity(this)
        .map(severity -> new Finding(id(), severity, at, message, Optional.empty(), List.of()));
  }
}
