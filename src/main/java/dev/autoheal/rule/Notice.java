package dev.autoheal.rule;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.text.Location;
import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a rule outside of the walk over a file, for example about a policy. The caller of
 * the rule knows the place that it is about.
 *
 * @param most the highest severity of the finding, whatever the severity of the rule is
 */
public record Notice(Rule rule, Severity most, String message) {
  /** Returns the finding at a place of the checked file; empty when the rule is off. */
  public Optional<Finding> at(Span place, RuleConfig config) {
    return severity(config)
        .map(
            severity ->
                new Finding(rule.id(), severity, place, message, Optional.empty(), List.of()));
  }

  /** Returns the finding at a place of a policy; empty when the rule is off. */
  public Optional<ReportedFinding> at(Location place, RuleConfig config) {
    return severity(config)
        .map(severity -> new ReportedFinding(rule.id(), severity, place, message));
  }

  private Optional<Severity> severity(RuleConfig config) {
    return config.rules().severity(rule).map(severity -> severity.atMost(most));
  }
}
