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
    return "an app matches no files";
  }

  /** Returns the finding for an app that matches no files. */
  Notice unmatched(App app) {
    String message =
        "app %s matches no files; correct its patterns or remove it"
            .formatted(Quoted.literal(app.name()));
    return new Notice(this, Severity.ERROR, message);
  }
}
