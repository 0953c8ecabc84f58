package dev.autoheal.lint;

import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.RuleContext;
import java.util.Optional;

/**
 * A file with all that was seen of it, for who shows more than what came of it.
 *
 * @param policy the one found for the file, whether or not an app of it governs the file
 * @param app the one that governs the file, also when it is skipped
 * @param subject empty when the file was not read; with transforms what results
 * @param chain empty where no transforms were to be applied, and where the file was not read
 */
public record CheckedFile(
    FileResult result,
    Optional<Policy> policy,
    Optional<App> app,
    Optional<RuleContext> subject,
    Optional<ChainView> chain) {
  CheckedFile(
      FileResult result,
      Optional<Policy> policy,
      Optional<App> app,
      Optional<RuleContext> subject) {
    this(result, policy, app, subject, Optional.empty());
  }
}
