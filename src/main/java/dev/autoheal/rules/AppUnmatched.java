package dev.autoheal.rules;

import dev.autoheal.finding.Severity;
import dev.autoheal.policy.App;
import dev.autoheal.rule.Notice;
import dev.autoheal.rule.PolicyRule;
import dev.autoheal.text.Quoted;

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

  /** Returns what to say about an app that matches none of all the files. */
  Notice unmatched(App app) {
    String message =
        "the app %s governs no file: none matches its patterns, or earlier apps have them all, mend the patterns or remove the app"
            .formatted(Quoted.of(app.name()));
    return new Notice(this, Severity.ERROR, message);
  }
}
