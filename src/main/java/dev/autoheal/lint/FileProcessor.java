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
import dev.autoheal.text.Patch;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges one file, and in diff and apply rewrites it. Called from many threads. */
public final class FileProcessor {
  private static final String NOT_COMPARED =
      "a transform that changes or removes what its base has, which is not compared";

  private final RunOptions options;
  private final RootConfigs rootFiles;
  private final Chain chain;

  /** By the policy itself, since comparing policies would cost more; null where there is none. */
  private final Map<Policy, RuleConfig> terms =
      Collections.synchronizedMap(new IdentityHashMap<>());

  public FileProcessor(RunOptions options, RootConfigs rootFiles) {
    this(options, rootFiles, Chain.NONE);
  }

  /**
   * For one run.
   *
   * @param chain what is applied to each file before it is judged
   */
  FileProcessor(RunOptions options, RootConfigs rootFiles, Chain chain) {
    this.options = options;
    this.rootFiles = rootFiles;
    this.chain = chain;
  }

  /**
   * Judges a file.
   *
   * @param policy the policy found for it, if there is one
   */
  public CheckedFile judge(InputFile target, Optional<Policy> policy) throws IOException {
    return judge(target, policy, app(target.path(), policy));
  }

  /** Judges a file that is governed by {@code app}, whatever the policy says of that. */
  public CheckedFile judge(InputFile target, Optional<Policy> policy, Optional<App> app)
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
      return judgeResult(target, policy, chain.app(path -> app(path, policy)).or(() -> app));
    }
    RuleContext read = RuleContext.of(target.read());
    FileContexts situation = situation(target, read, policy, app);
    RuleContext subject = situation.around(read);
    RuleConfig terms = terms(policy);
    FileResult result;
    if (subject.isFragment()) {
      result = skipped(target, app, "named like a transform, but without the xdt namespace");
    } else if (options.mode().isRewrite()) {
      result = rewrite(target, subject, situation, terms);
    } else {
      result = check(target, subject, situation, terms);
    }
    if (result.sides().isEmpty()) {
      result = withSides(result, Optional.empty(), subject);
    }
    return new CheckedFile(result, policy, app, Optional.of(subject));
  }

  private FileResult withSides(FileResult result, Optional<RuleContext> before, RuleContext after) {
    return options.needs().sections() && result.status() != FileResult.Status.SKIPPED
        ? result.with(SectionViews.of(before, after))
        : result;
  }

  /** Judges what the chain makes of a file, each finding where it comes from. */
  private CheckedFile judgeResult(InputFile target, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    Chain.Outcome outcome = chain.applyTo(target.read());
    FileContexts situation = situation(target, outcome.subject(), policy, app);
    RuleContext subject = situation.around(outcome.subject());
    FileResult result = check(target, subject, situation, terms(policy));
    return new CheckedFile(
        result.map(outcome::atOrigin),
        policy,
        app,
        Optional.of(subject),
        Optional.of(outcome.view()));
  }

  private FileContexts situation(
      InputFile target, RuleContext read, Optional<Policy> policy, Optional<App> app)
      throws IOException {
    return FileContexts.of(target, read, app, rootFiles, path -> app(path, policy));
  }

  private RuleConfig terms(Optional<Policy> policy) {
    return terms.computeIfAbsent(
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
      InputFile target, RuleContext compared, FileContexts situation, RuleConfig terms)
      throws IOException {
    if (options.mode().isFix() && compared.config().isPresent()) {
      return fix(target, compared, situation, terms);
    }
    CheckResult verdict = FileChecker.check(compared, terms);
    return new FileResult(
        target.path(),
        situation.app().map(App::name),
        status(verdict),
        isNotCompared(compared) ? Optional.of(NOT_COMPARED) : Optional.empty(),
        verdict.findings(),
        List.of(),
        verdict.ignored(),
        compared.comparison().map(Comparison::differencesOrNone).orElse(List.of()),
        mended(compared, situation, verdict, terms),
        new byte[0]);
  }

  private static boolean isNotCompared(RuleContext subject) {
    return subject.comparison().filter(Comparison.Patching.class::isInstance).isPresent();
  }

  private long mended(
      RuleContext subject, FileContexts situation, CheckResult verdict, RuleConfig terms) {
    boolean isShown = options.mode() == RunOptions.Mode.CHECK && options.needs().preview();
    return !isShown || subject.comparison().isEmpty() || whyUntouched(subject).isPresent()
        ? 0
        : new ApplyPreview(subject, situation, terms).mended(verdict);
  }

  private static FileResult.Status status(CheckResult verdict) {
    return verdict.findings().isEmpty() ? FileResult.Status.CLEAN : FileResult.Status.FINDINGS;
  }

  private FileResult fix(
      InputFile target, RuleContext subject, FileContexts situation, RuleConfig terms)
      throws IOException {
    Fixer fixer =
        new Fixer(options.unsafeFixes(), file -> FileChecker.check(situation.of(file), terms));
    Fixer.Result result = fixer.fix(subject.file());
    if (!result.edits().isEmpty()) {
      change(target, subject.file(), result.after());
    }
    CheckResult remaining =
        options.mode() == RunOptions.Mode.FIX
            ? result.remaining()
            : new ApplyPreview(subject, situation, terms).left(result.remaining());
    FileResult mended =
        new FileResult(
            target.path(),
            situation.app().map(App::name),
            result.edits().isEmpty() ? status(remaining) : FileResult.Status.CHANGED,
            Optional.empty(),
            remaining.findings(),
            result.fixed(),
            remaining.ignored(),
            List.of(),
            0,
            result.edits().isEmpty()
                ? new byte[0]
                : Patch.of(Optional.of(subject.file()), result.after(), result.edits()));
    return result.edits().isEmpty()
        ? mended
        : withSides(mended, Optional.of(subject), RuleContext.of(result.after()));
  }

  private FileResult rewrite(
      InputFile target, RuleContext compared, FileContexts situation, RuleConfig terms)
      throws IOException {
    Optional<App> app = situation.app();
    if (app.isEmpty()) {
      return ungoverned(target, compared, situation, terms);
    }
    Optional<Comparison> comparison = compared.comparison();
    if (comparison.isPresent() && comparison.get() instanceof Comparison.NotRoot) {
      return skipped(target, app, rootFiles.whyNot(target));
    }
    if (isNotCompared(compared)) {
      return skipped(target, app, NOT_COMPARED);
    }
    Optional<Rewrite> rewrite =
        comparison.flatMap(
            c ->
                Rewrite.of(
                    compared.config().orElseThrow(), app.get().asked(), c, options.rebuild()));
    return rewrite.isEmpty() || rewrite.get().edits().isEmpty()
        ? untouched(target, compared, situation, terms)
        : changed(target, compared, situation, rewrite.get(), terms);
  }

  /** Nobody asks for it, but what this run changes beside a transform may make that one wrong. */
  private static FileResult ungoverned(
      InputFile target, RuleContext subject, FileContexts situation, RuleConfig terms) {
    if (situation.publishing().filter(Publishing::isChanged).isPresent()) {
      FileResult result = untouched(target, subject, situation, terms);
      if (!result.findings().isEmpty()) {
        return result;
      }
    }
    return skipped(target, situation.app(), "no app of the policy governs it");
  }

  /** Why a file is left as it is though it is not as asked. */
  private static Optional<String> whyUntouched(RuleContext subject) {
    if (subject.config().isEmpty()) {
      return Optional.of("not rewritten: it cannot be read");
    }
    Comparison comparison = subject.comparison().orElse(null);
    if (comparison instanceof Comparison.Refused refused) {
      boolean rebuildable = refused.structural() && subject.config().get().section().isPresent();
      return Optional.of(
          "not rewritten: "
              + refused.reason()
              + (rebuildable ? "; mend it, or replace it as a whole with apply --rebuild" : ""));
    }
    boolean incomplete =
        comparison instanceof Comparison.Compared compared && !compared.incomplete().isEmpty();
    return incomplete ? Optional.of("not rewritten: the policy says too little") : Optional.empty();
  }

  private static FileResult untouched(
      InputFile target, RuleContext subject, FileContexts situation, RuleConfig terms) {
    CheckResult verdict = FileChecker.check(subject, terms);
    return new FileResult(
        target.path(),
        situation.app().map(App::name),
        status(verdict),
        whyUntouched(subject),
        verdict.findings(),
        List.of(),
        verdict.ignored(),
        List.of(),
        0,
        new byte[0]);
  }

  private FileResult changed(
      InputFile target,
      RuleContext before,
      FileContexts situation,
      Rewrite rewrite,
      RuleConfig terms)
      throws IOException {
    RuleContext after = situation.of(rewrite.after());
    CheckResult remaining = FileChecker.check(after, terms);
    change(target, before.file(), rewrite.after());
    if (options.mode().isShown()) {
      remaining = new ApplyPreview(before, situation, terms).left(remaining);
    }
    FileResult result =
        new FileResult(
            target.path(),
            situation.app().map(App::name),
            FileResult.Status.CHANGED,
            Optional.empty(),
            remaining.findings(),
            List.of(),
            remaining.ignored(),
            rewrite.differences(),
            0,
            Patch.of(
                target.exists() ? Optional.of(before.file()) : Optional.empty(),
                rewrite.after(),
                rewrite.edits()));
    return withSides(result, Optional.of(before), after);
  }

  /** Writes a file, unless changes are only shown; others are judged by it from now on. */
  private void change(InputFile target, SourceFile before, SourceFile after) throws IOException {
    if (options.mode().isWritten()) {
      AtomicFile file = target.root().disk().file(target.path());
      if (target.exists()) {
        file.replace(before.bytes(), after.bytes());
      } else {
        file.create(after.bytes());
      }
    }
    rootFiles.neighbours().change(target, after);
  }
}
