package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.section.ParsedFile;
import java.util.List;
import java.util.Optional;

/**
 * The surroundings of a file that matter to its rules.
 *
 * @param app the app that matches the file; empty when none does
 * @param configSource the file that holds the section in place of this one, by {@code
 *     configSource}; empty when there is none, or when it cannot be read
 * @param parentConfig the path of a web.config in a folder above, when no app matches the file;
 *     empty when there is none, or when that does not matter
 * @param outcomes what the app runs with in each way of publishing that a transform takes part in;
 *     empty for other files, without a base, and where no section is concerned
 * @param isUnread whether IIS never reads the file, and no known way of publishing uses it
 * @param unresolved the reasons why the ways of publishing the file are unknown, each as the end of
 *     a message
 */
public record FileContext(
    Optional<App> app,
    Optional<ParsedFile> configSource,
    Optional<String> parentConfig,
    List<EffectiveConfig> outcomes,
    boolean isUnread,
    List<String> unresolved) {
  /** The context of a file with nothing around it. */
  public static final FileContext NONE = of(Optional.empty());

  public FileContext {
    outcomes = List.copyOf(outcomes);
    unresolved = List.copyOf(unresolved);
  }

  /** Returns the same context with what the app runs with. */
  public FileContext with(List<EffectiveConfig> others) {
    return new FileContext(app, configSource, parentConfig, others, isUnread, unresolved);
  }

  /** Creates the context of a file with nothing around it but an app that may match it. */
  public static FileContext of(Optional<App> app) {
    return new FileContext(app, Optional.empty(), Optional.empty(), List.of(), false, List.of());
  }
}
