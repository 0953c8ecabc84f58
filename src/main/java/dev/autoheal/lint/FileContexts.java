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
 * What a file is judged by beside what stands in it, the same for each version of the file.
 *
 * @param app the one that governs it
 * @param source the file that its section stands in
 * @param above the path of a web.config in a folder above, where that matters
 * @param publishing of a transform with a web.config beside it
 * @param mayCreate whether a section may be created in it
 */
record FileContexts(
    Optional<App> app,
    Optional<SourceFile> source,
    Optional<String> above,
    Optional<Publishing> publishing,
    boolean mayCreate) {

  /**
   * Finds it out, as far as what stands in the file makes it matter.
   *
   * @param apps the app that governs a file in the same folder, by its path
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
        publishing(target, read, app.isPresent(), rootFiles.neighbours(), apps),
        read.config().isPresent() && app.isPresent() && !hasSection && rootFiles.isRoot(target));
  }

  private static Optional<Publishing> publishing(
      InputFile target,
      RuleContext read,
      boolean isGoverned,
      SiblingFiles neighbours,
      Function<String, Optional<App>> apps)
      throws IOException {
    Optional<String> config = read.isTransform() ? neighbours.beside(target) : Optional.empty();
    return config.isPresent()
        ? Publishing.of(
            target, read, config.get(), apps.apply(config.get()), isGoverned, neighbours)
        : Optional.empty();
  }

  /** A version of the file as it is judged. */
  RuleContext of(SourceFile version) {
    return around(RuleContext.of(version));
  }

  /** A version of the file that has been read. */
  RuleContext around(RuleContext read) {
    RuleContext subject = app.map(read::governedBy).orElse(read);
    subject = source.map(subject::withSource).orElse(subject);
    subject = above.map(subject::below).orElse(subject);
    subject = publishing.isPresent() ? publishing.get().around(subject) : subject;
    return app.isPresent() && subject.config().isPresent()
        ? subject.comparedAs(comparison(subject.config().get(), app.get()))
        : subject;
  }

  private Comparison comparison(WebConfig config, App governing) {
    boolean isCreated = mayCreate && config.section().isEmpty();
    Comparison comparison = Comparison.of(config, governing.asked(), isCreated);
    if (!isCreated || publishing.isEmpty() || comparison.changes().isEmpty()) {
      return comparison;
    }
    return publishing
        .get()
        .refusal(config)
        .or(
            () ->
                Rewrite.of(config, governing.asked(), comparison, /* rebuild= */ false)
                    .flatMap(rewrite -> publishing.get().refusal(of(rewrite.after()))))
        .orElse(comparison);
  }
}
