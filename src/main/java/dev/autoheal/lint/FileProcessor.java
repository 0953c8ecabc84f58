package dev.autoheal.lint;

import dev.autoheal.change.Comparison;
import dev.autoheal.change.Rewrite;
import dev.autoheal.files.AtomicFile;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.RunOptions;
import dev.autoheal.rule.CheckResult;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.rules.Rules;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.Patch;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks one file; for diff and apply it also rewrites the file, for the fix modes it applies
 * fixes. It is safe to call from many threads.
 */
public final class FileProcessor {
  private static final String NOT_COMPARED =
      "a transform that changes or removes what its base has, which is not compared";

  private final RunOptions options;
  private final RootConfigs rootConfigs;
  private final Chain chain;
  private final Excerpts excerpts;

  /**
   * The rule settings of each policy, keyed by identity, because comparing policies would cost
   * more. The key null holds the settings without a policy.
   */
  private final Map<Policy, RuleConfig> configs =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Creates a processor for one run that applies no transforms before it checks a file. */
  public FileProcessor(RunOptions options, RootConfigs rootConfigs) {
    this(options, rootConfigs, Chain.NONE);
  }

  /**
   * Creates a processor for one run.
   *
   * @param chain the transforms that are applied to each file before it is checked
   */
  FileProcessor(RunOptions options, RootConfigs rootConfigs, Chain chain) {
    this.options = options;
    this.rootConfigs = rootConfigs;
    this.chain = chain;
    this.excerpts = new Excerpts(options.needs().excerpts());
  }

  /**
   * Checks a file under a policy, with the app that the options name or whose patterns match the
   * file.
   *
   * @param policy the policy found for the file; empty when there is none
   * @throws IOException if a file cannot be read or written
   */
  public CheckedFile process(InputFile target, Optional<Policy> policy) throws IOException {
    return process(target, policy, app(target.path(), policy));
  }

  /**
   * Checks a file as one that {@code app} matches, whatever the patterns of the policy say. Skipped
   * and excluded files are not read. If transforms are to be applied, the app of the last matched
   * transform takes precedence.
   *
   * @throws IOException if a file cannot be read or written
   */
  public CheckedFile process(InputFile target, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    if (target.skipped().isPresent()) {
      FileResult result =
          FileResult.skipped(target.path(), Optional.empty(), target.skipped().get());
      return new CheckedFile(result, policy, app, Optional.empty());
    }
    Optional<Policy.Exclusion> exclusion = policy.flatMap(p -> p.exclusionOf(target.path()));
    if (exclusion.isPresent()) {
      FileResult result = skipped(target, app, "excluded by " + exclusion.get().policy());
      return new CheckedFile(result, policy, app, Optional.empty());
    }
    if (!chain.isEmpty()) {
      return checkResult(target, policy, chain.app(path -> app(path, policy)).or(() -> app));
    }
    ParsedFile read = ParsedFile.of(target.read());
    FileContexts contexts = contexts(target, read, policy, app);
    RuleContext context = contexts.around(read);
    RuleConfig config = config(policy);
    FileResult result;
    if (read.isFragment()) {
      result = skipped(target, app, "named like a transform, but without the xdt namespace");
    } else if (options.mode().isRewrite()) {
      result = rewrite(target, context, contexts, config);
    } else {
      result = check(target, context, contexts, config);
    }
    if (result.sections().isEmpty()) {
      result = withSides(result, Optional.empty(), context);
    }
    return new CheckedFile(result, policy, app, Optional.of(context));
  }

  private FileResult withSides(FileResult result, Optional<RuleContext> before, RuleContext after) {
    return options.needs().sections() && result.status() != FileResult.Status.SKIPPED
        ? result.with(SectionViews.of(before, after))
        : result;
  }

  /**
   * Checks the file that results from the transforms, and reports each finding at the place that
   * its text comes from.
   */
  private CheckedFile checkResult(InputFile target, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    Chain.Outcome outcome = chain.applyTo(target.read());
    FileContexts contexts = contexts(target, outcome.parsed(), policy, app);
    RuleContext context = contexts.around(outcome.parsed());
    FileResult result = check(target, context, contexts, config(policy));
    return new CheckedFile(result, policy, app, Optional.of(context), Optional.of(outcome.view()));
  }

  private FileContexts contexts(
      InputFile target, ParsedFile read, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    return FileContexts.of(target, read, app, rootConfigs, path -> app(path, policy));
  }

  private RuleConfig config(Optional<Policy> policy) {
    return configs.computeIfAbsent(
        policy.orElse(null), key -> RuleConfig.of(Rules.all(), policy, options.today()));
  }

  private static FileResult skipped(InputFile target, Optional<App> app, String reason) {
    return FileResult.skipped(target.path(), app.map(App::name), reason);
  }

  private Optional<App> app(String path, Optional<Policy> policy) {
    return options.app().isPresent()
        ? policy.flatMap(p -> p.app(options.app().get()))
        : policy.flatMap(p -> p.appFor(path));
  }

  private FileResult check(
      InputFile target, RuleContext compared, FileContexts contexts, RuleConfig config)
      throws IOException {
    if (options.mode().isFix() && compared.config().isPresent()) {
      return fix(target, compared, contexts, config);
    }
    CheckResult result = FileChecker.check(compared, config);
    return new FileResult(
        target.path(),
        contexts.app().map(App::name),
        status(result),
        isNotCompared(compared) ? Optional.of(NOT_COMPARED) : Optional.empty(),
        excerpts.of(result),
        List.of(),
        excerpts.suppressedIn(result),
        compared.comparison().map(Comparison::differencesOrNone).orElse(List.of()),
        fixable(compared, contexts, result, config),
        new byte[0]);
  }

  private static boolean isNotCompared(RuleContext context) {
    return context.comparison().filter(Comparison.Patching.class::isInstance).isPresent();
  }

  private long fixable(
      RuleContext context, FileContexts contexts, CheckResult result, RuleConfig config) {
    boolean isShown = options.mode() == RunOptions.Mode.CHECK && options.needs().preview();
    return !isShown || context.comparison().isEmpty() || whyUntouched(context).isPresent()
        ? 0
        : new ApplyPreview(context, contexts, config).fixedByApply(result);
  }

  private static FileResult.Status status(CheckResult result) {
    return result.all().findAny().isEmpty() ? FileResult.Status.CLEAN : FileResult.Status.FINDINGS;
  }

  private FileResult fix(
      InputFile target, RuleContext context, FileContexts contexts, RuleConfig config)
      throws IOException {
    Fixer fixer =
        new Fixer(
            options.unsafeFixes(), excerpts, file -> FileChecker.check(contexts.of(file), config));
    Fixer.Result result = fixer.fix(context.file());
    if (!result.edits().isEmpty()) {
      change(target, context.file(), result.after());
    }
    CheckResult remaining =
        options.mode() == RunOptions.Mode.FIX
            ? result.remaining()
            : new ApplyPreview(context, contexts, config).left(result.remaining());
    FileResult fixed =
        new FileResult(
            target.path(),
            contexts.app().map(App::name),
            result.edits().isEmpty() ? status(remaining) : FileResult.Status.CHANGED,
            Optional.empty(),
            excerpts.of(remaining),
            result.fixed(),
            excerpts.suppressedIn(remaining),
            List.of(),
            0,
            result.edits().isEmpty()
                ? new byte[0]
                : Patch.of(Optional.of(context.file()), result.after(), result.edits()));
    return result.edits().isEmpty()
        ? fixed
        : withSides(fixed, Optional.of(context), RuleContext.of(ParsedFile.of(result.after())));
  }

  private FileResult rewrite(
      InputFile target, RuleContext compared, FileContexts contexts, RuleConfig config)
      throws IOException {
    Optional<App> app = contexts.app();
    if (app.isEmpty()) {
      return unmatched(target, compared, contexts, config);
    }
    Optional<Comparison> comparison = compared.comparison();
    if (comparison.isPresent() && comparison.get() instanceof Comparison.NotRoot) {
      return skipped(target, app, rootConfigs.whyNot(target));
    }
    if (isNotCompared(compared)) {
      return skipped(target, app, NOT_COMPARED);
    }
    Optional<Rewrite> rewrite =
        comparison.flatMap(
            c ->
                Rewrite.of(
                    compared.config().orElseThrow(), app.get().desired(), c, options.rebuild()));
    return rewrite.isEmpty() || rewrite.get().edits().isEmpty()
        ? untouched(target, compared, contexts, config)
        : changed(target, compared, contexts, rewrite.get(), config);
  }

  /**
   * Handles a file that no app matches. If this run changes a file that is published with a
   * transform, that change may break the transform, so its findings are reported.
   */
  private FileResult unmatched(
      InputFile target, RuleContext context, FileContexts contexts, RuleConfig config) {
    if (contexts.publishing().filter(Publishing::isChanged).isPresent()) {
      FileResult result = untouched(target, context, contexts, config);
      if (!result.findings().isEmpty()) {
        return result;
      }
    }
    return skipped(target, contexts.app(), "no app of the policy governs it");
  }

  /**
   * Returns why a file is left unchanged although it differs from the policy; empty when nothing
   * prevents a rewrite.
   */
  private static Optional<String> whyUntouched(RuleContext context) {
    if (context.config().isEmpty()) {
      return Optional.of("not rewritten: it cannot be read");
    }
    Comparison comparison = context.comparison().orElse(null);
    if (comparison instanceof Comparison.Refused refused) {
      boolean rebuildable = refused.structural() && context.config().get().section().isPresent();
      return Optional.of(
          "not rewritten: "
              + refused.reason()
              + (rebuildable ? "; mend it, or replace it as a whole with apply --rebuild" : ""));
    }
    boolean incomplete =
        comparison instanceof Comparison.Compared compared && !compared.incomplete().isEmpty();
    return incomplete ? Optional.of("not rewritten: the policy says too little") : Optional.empty();
  }

  private FileResult untouched(
      InputFile target, RuleContext context, FileContexts contexts, RuleConfig config) {
    CheckResult result = FileChecker.check(context, config);
    return new FileResult(
        target.path(),
        contexts.app().map(App::name),
        status(result),
        whyUntouched(context),
        excerpts.of(result),
        List.of(),
        excerpts.suppressedIn(result),
        List.of(),
        0,
        new byte[0]);
  }

  private FileResult changed(
      InputFile target,
      RuleContext before,
      FileContexts contexts,
      Rewrite rewrite,
      RuleConfig config)
      throws IOException {
    RuleContext after = contexts.of(rewrite.after());
    CheckResult remaining = FileChecker.check(after, config);
    change(target, before.file(), rewrite.after());
    if (options.mode().isShown()) {
      remaining = new ApplyPreview(before, contexts, config).left(remaining);
    }
    FileResult result =
        new FileResult(
            target.path(),
            contexts.app().map(App::name),
            FileResult.Status.CHANGED,
            Optional.empty(),
            excerpts.of(remaining),
            List.of(),
            excerpts.suppressedIn(remaining),
            rewrite.differences(),
            0,
            Patch.of(
                target.exists() ? Optional.of(before.file()) : Optional.empty(),
                rewrite.after(),
                rewrite.edits()));
    return withSides(result, Optional.of(before), after);
  }

  /**
   * Writes a file, unless changes are only shown. From then on the run checks other files against
   * the new content.
   */
  private void change(InputFile target, SourceFile before, SourceFile after) throws IOException {
    if (options.mode().isWritten()) {
      AtomicFile file = target.root().disk().file(target.path());
      if (target.exists()) {
        file.replace(before.bytes(), after.bytes());
      } else {
        file.create(after.bytes());
      }
    }
    rootConfigs.siblings().change(target, after);
  }
}
