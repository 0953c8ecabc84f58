package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.policy.App;
import dev.autoheal.project.ConfigSource;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.Published;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ConditionalBlock;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.List;
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
    Optional<ParsedFile> source,
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
      ParsedFile read,
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
      ParsedFile read,
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
  RuleContext context(SourceFile version) {
    return context(ParsedFile.of(version));
  }

  /**
   * Adds the context to a version of the file that has been read. If an app matches the file, the
   * version is also compared with what the policy requires.
   */
  RuleContext context(ParsedFile version) {
    ParsedFile placed = publishing.map(all -> all.place(version)).orElse(version);
    List<Published> published = publishing.map(all -> all.published(placed)).orElse(List.of());
    return new RuleContext(
        placed,
        new FileContext(app, source, above, published),
        placed.config().flatMap(config -> app.map(own -> comparison(config, own))));
  }

  private Comparison comparison(WebConfig config, App matched) {
    List<ConditionalBlock> blocks = ConditionalBlock.onSections(config.document());
    if (!blocks.isEmpty()) {
      String token = blocks.get(0).token().of(config.document().file().text());
      return new Comparison.Conditional("the section depends on '%s'".formatted(Quoted.of(token)));
    }
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
                    .flatMap(rewrite -> publishing.get().refusal(context(rewrite.after()))))
        .orElse(comparison);
  }
}
