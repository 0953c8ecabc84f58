package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.files.FileTree;
import dev.autoheal.policy.App;
import dev.autoheal.project.ConfigSource;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.SiblingFiles;
import dev.autoheal.project.Variant;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.FileContext;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.section.ConditionalBlock;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything outside a file that its rules look at, which is the same for each version of the file.
 *
 * @param fixed the surroundings of the file, without the results of publishing it
 * @param variants the ways of publishing that a transform takes part in; empty for other files, and
 *     where no section is concerned
 * @param mayCreate whether a section may be created in the file
 * @param isElsewhere whether a transform inserts the section that the file lacks
 */
record FileContexts(
    FileContext fixed, Optional<AppVariants> variants, boolean mayCreate, boolean isElsewhere) {
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
    boolean mayCreate =
        read.config().isPresent() && app.isPresent() && !hasSection && rootFiles.isRoot(target);
    SiblingFiles siblings = rootFiles.siblings();
    List<Variant> variants =
        read.isTransform() || app.isPresent() || !isConfig(target)
            ? siblings.variantsOf(target, apps)
            : List.of();
    boolean isElsewhere =
        mayCreate
            && !read.isTransform()
            && AppVariants.around(target, read, variants, siblings, apps).outcomes(read).stream()
                .anyMatch(FileContexts::insertsSection);
    FileContext fixed =
        new FileContext(
            app,
            ConfigSource.of(target, read),
            isLower ? rootFiles.anyAbove(target) : Optional.empty(),
            List.of(),
            !rootFiles.isBound() && isUnread(target, read, variants, siblings),
            read.isTransform()
                ? List.of()
                : variants.stream().flatMap(FileContexts::reason).toList());
    return new FileContexts(
        fixed,
        read.isTransform()
            ? AppVariants.of(target, read, variants, siblings, apps)
            : Optional.empty(),
        mayCreate,
        isElsewhere);
  }

  /**
   * Returns whether IIS never reads a file. A transform without a web.config in its folder may be
   * for one that the build creates.
   */
  private static boolean isUnread(
      InputFile target, ParsedFile read, List<Variant> variants, SiblingFiles siblings)
      throws IOException {
    return !isConfig(target)
        && read.config().isPresent()
        && variants.isEmpty()
        && (!read.isTransform() || siblings.config(target).isPresent());
  }

  private static boolean isConfig(InputFile target) {
    return FileTree.nameOf(target.path()).equalsIgnoreCase("web.config");
  }

  /** Returns the app that matches the file; empty when none does. */
  Optional<App> app() {
    return fixed.app();
  }

  /** Returns whether an app has a section in a way of publishing that counts. */
  private static boolean insertsSection(EffectiveConfig published) {
    return !published.files().isDebug() && !published.parsed().sections().isEmpty();
  }

  private static Stream<String> reason(Variant variant) {
    return variant.unresolved().stream()
        .map(reason -> "%s (%s)".formatted(reason, Quoted.literal(variant.name())));
  }

  /**
   * Adds the context to a version of the file that has been read. If an app matches the file, the
   * version is also compared with what the policy requires.
   */
  RuleContext context(ParsedFile version) {
    ParsedFile placed = variants.map(all -> all.place(version)).orElse(version);
    List<EffectiveConfig> outcomes = variants.map(all -> all.outcomes(placed)).orElse(List.of());
    return new RuleContext(
        placed,
        fixed.with(outcomes),
        placed.config().filter(config -> !isElsewhere).flatMap(this::comparison));
  }

  private Optional<Comparison> comparison(WebConfig config) {
    return app().map(matched -> comparison(config, matched));
  }

  private Comparison comparison(WebConfig config, App matched) {
    List<ConditionalBlock> blocks = ConditionalBlock.onSections(config.document());
    if (!blocks.isEmpty()) {
      String token = blocks.get(0).token().of(config.document().file().text());
      return new Comparison.Conditional("the section depends on " + Quoted.literal(token));
    }
    boolean isCreated = mayCreate && config.section().isEmpty();
    Comparison comparison = Comparison.of(config, matched.desired(), isCreated);
    if (!isCreated || variants.isEmpty() || comparison.changes().isEmpty()) {
      return comparison;
    }
    return variants
        .get()
        .refusal(config)
        .or(
            () ->
                Rewrite.of(config, matched.desired(), comparison, /* rebuild= */ false)
                    .flatMap(
                        rewrite -> variants.get().refusal(context(ParsedFile.of(rewrite.after())))))
        .orElse(comparison);
  }
}
