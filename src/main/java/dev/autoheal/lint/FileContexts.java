package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.policy.App;
import dev.autoheal.project.ConfigSource;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything outside a file that its rules look at, which is the same for each version of the file.
 *
 * @param app the app that matches the file; empty when none does
 * @param source the file that holds its section, by {@code configSource}; empty when there is none
 * @param above the path of a web.config in a folder above; empty when that does not matter
 * @param publishing the web.config and the earlier transforms that are published with a transform;
 *     empty for other files
 * @param mayCreate whether a section may be created in the file
 */
record FileContexts(
    Optional<App> app,
    Optional<SourceFile> source,
    Optional<String> above,
    Optional<Publishing> publishing,
    boolean mayCreate) {

  /**
   * Reads the context of a file, as far as the content of the file makes it matter.
   *
   * @param read the content of the file
   * @param app the app that matches the file
   * @param apps returns the app that matches a file in the same folder, by its path
   */
  static FileContexts of(
      InputFile target,
      RuleContext read,
      Optional<App> app,
      RootConfigs rootFiles,
      Function<String, Optional<App>> apps)
      throws IOException {
    boolean hasSection = !read.sections().isEmpty();
    boolean isLower = app.isEmpty() && hasSection && !read.isTransform();
    return new FileContexts(
        app,
        ConfigSource.of(target, read),
        isLower ? rootFiles.anyAbove(target) : Optional.empty(),
        publishing(target, read, app.isPresent(), rootFiles.siblings(), apps),
        read.config().isPresent() && app.isPresent() && !hasSection && rootFiles.isRoot(target));
  }

  private static Optional<Publishing> publishing(
      InputFile target,
      RuleContext read,
      boolean isMatched,
      SiblingFiles siblings,
      Function<String, Optional<App>> apps)
      throws IOException {
    Optional<String> config = read.isTransform() ? siblings.beside(target) : Optional.empty();
    return config.isPresent()
        ? Publishing.of(target, read, config.get(), apps.apply(config.get()), isMatched, siblings)
        : Optional.empty();
  }

  /** Reads a version of the file and adds its context, so that the rules can check it. */
  RuleContext of(SourceFile version) {
    return around(RuleContext.of(version));
  }

  /**
   * Adds the context to a version of the file that has been read. If an app matches the file, the
   * version is also compared with what the policy requires.
   */
  RuleContext around(RuleContext read) {
    RuleContext context = app.map(read::matchedBy).orElse(read);
    context = source.map(context::withSource).orElse(context);
    context = above.map(context::below).orElse(context);
    context = publishing.isPresent() ? publishing.get().around(context) : context;
    return app.isPresent() && context.config().isPresent()
        ? context.comparedAs(comparison(context.config().get(), app.get()))
        : context;
  }

  private Comparison comparison(WebConfig config, App matched) {
    boolean isCreated = mayCreate && config.section().isEmpty();
    Comparison comparison = Comparison.of(config, matched.desired(), isCreated);
    if (!isCreated || publishing.isEmpty() || comparison.changes().isEmpty()) {
      return comparison;
    }
    return publishing
        .get()
        .refusal(config)
        .or(
            () ->
                Rewrite.of(config, matched.desired(), comparison, /* rebuild= */ false)
                    .flatMap(rewrite -> publishing.get().refusal(of(rewrite.after()))))
        .orElse(comparison);
  }
}
