package dev.autoheal.rules;

import dev.autoheal.finding.Finding;
import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.rule.PolicyRule;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.text.Quoted;
import java.util.Optional;

/**
 * Flags an app of a policy that matches no file, since such an app protects nothing. Apps are
 * checked once all files are known.
 */
final class AppUnmatched implements PolicyRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "an app governs no file";
  }

  /**
   * Returns the finding for {@code app}, which matches none of all the files. It is empty when the
   * rule is off.
   */
  Optional<Finding> app(App app, RuleConfig config) {
    String message =
        "the app %s governs no file: none matches its patterns, or earlier apps have them all, mend the patterns or remove the app"
            .formatted(Quoted.of(app.name()));
    return config.finding(this, Severity.ERROR, app.place(), message);
  }
}
