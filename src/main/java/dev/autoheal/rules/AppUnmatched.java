package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Reporter;
import dev.autoheal.rule.Rule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * An app that governs nothing protects nothing, and nobody is told. Apps are judged once all files
 * are known, so there is nothing to check in a file alone.
 */
final class AppUnmatched implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "an app governs no file";
  }

  @Override
  public void check(RuleContext subject, Reporter reporter) {}

  /** An app that governs none of all the files there are. */
  Optional<Finding> app(App app, RuleConfig terms) {
    String message =
        "the app %s governs no file: none matches its patterns, or earlier apps have them all, mend the patterns or remove the app"
            .formatted(Quoted.of(app.name()));
    return terms
        .severity(this)
        .map(
            severity ->
                new Finding(id(), severity, app.place(), message, Optional.empty(), List.of()));
  }
}
