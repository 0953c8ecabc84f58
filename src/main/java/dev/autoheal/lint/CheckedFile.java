package dev.autoheal.lint;

import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.RuleContext;
import java.util.Optional;

/**
 * A checked file with everything that was read for it, for commands that show more than its
 * findings.
 *
 * @param result the findings and changes of the file
 * @param policy the policy found for the file, whether or not one of its apps matches the file
 * @param app the app that matches the file, also when the file is skipped
 * @param context the file as the rules saw it; with transforms the resulting file; empty when the
 *     file was not read
 * @param chain the file with the applied transforms; empty when there were none to apply, and when
 *     the file was not read
 */
public record CheckedFile(
    FileResult result,
    Optional<Policy> policy,
    Optional<App> app,
    Optional<RuleContext> context,
    Optional<EffectiveConfig> chain) {
  /** Creates a checked file to which no transforms were applied. */
  CheckedFile(
      FileResult result,
      Optional<Policy> policy,
      Optional<App> app,
      Optional<RuleContext> context) {
    this(result, policy, app, context, Optional.empty());
  }
}
