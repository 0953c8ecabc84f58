package dev.autoheal.review;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.LintResult.Failure;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.RunOptions.Mode;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Two revisions of a repository, and the files that differ between them. */
final class RevisionComparison {
  private final Revision base;
  private final Revision head;
  private final Consumer<String> notes;

  /**
   * From one revision to another.
   *
   * @param notes takes what the user should know though it stops nothing
   */
  RevisionComparison(Revision base, Revision head, Consumer<String> notes) {
    this.base = base;
    this.head = head;
    this.notes = notes;
  }

  /** What a review of these paths comes to. */
  LintResult result(SortedSet<String> paths) throws IOException {
    ChangedFiles scope = new ChangedFiles(base, head, paths);
    List<FilePair> touched = scope.touched();
    readPolicies(touched);
    SortedSet<FilePair> untouched = new TreeSet<>(Comparator.comparing(FilePair::path));
    untouched.addAll(scope.governed());
    untouched.addAll(scope.published());
    readPolicies(untouched);
    List<FileResult> files = new ArrayList<>();
    PolicyChanges changes = new PolicyChanges(!base.hasPolicy());
    for (FilePair pair : scope.policies()) {
      List<Difference> differences =
          changes.between(read(base, pair.before()), read(head, pair.after()));
      if (!differences.isEmpty()) {
        files.add(FileReview.ofPolicy(pair.path(), differences));
      }
    }
    if (!head.problems().isEmpty()) {
      return new LintResult(Mode.REVIEW, List.of(), List.of(), head.problems(), Failure.POLICY);
    }
    for (FilePair pair : touched) {
      files.add(result(pair));
    }
    for (FilePair pair : untouched) {
      FileResult file = result(pair);
      boolean isNews =
          file.findings().stream().anyMatch(Finding::isNews)
              || !file.fixed().isEmpty()
              || !file.differences().isEmpty();
      if (isNews) {
        files.add(file);
      }
    }
    note(touched);
    files.sort(Comparator.comparing(FileResult::path));
    return new LintResult(Mode.REVIEW, files, List.of(), List.of(), Failure.NONE);
  }

  private static Optional<SourceFile> read(Revision revision, Optional<String> path)
      throws IOException {
    return path.isPresent() ? revision.read(path.get()) : Optional.empty();
  }

  private void readPolicies(Collection<FilePair> pairs) throws IOException {
    for (FilePair pair : pairs) {
      head.policyOf(pair.path());
      basePolicy(pair);
    }
  }

  private void note(List<FilePair> pairs) throws IOException {
    boolean isOwn = false;
    for (FilePair pair : pairs) {
      isOwn |= isWithoutBase(pair) && head.policyOf(pair.path()).isPresent();
    }
    if (isOwn) {
      notes.accept(
          "%s, so the limits and exceptions are the head's"
              .formatted(
                  base.problems().isEmpty()
                      ? "there is no policy in the base"
                      : "a policy of the base is invalid"));
    }
  }

  private boolean isWithoutBase(FilePair pair) throws IOException {
    return basePolicy(pair).isEmpty();
  }

  /** The policy that governs the file in the base, or would where it lies now. */
  private Optional<Policy> basePolicy(FilePair pair) throws IOException {
    Optional<Policy> there = base.policyOf(pair.path());
    return there.isPresent() || pair.before().isEmpty()
        ? there
        : base.policyOf(pair.before().get());
  }

  private FileResult result(FilePair pair) throws IOException {
    Optional<Policy> terms = basePolicy(pair);
    Optional<Policy> asking = head.policyOf(pair.path());
    Optional<App> ofBase = terms.flatMap(policy -> app(policy, pair));
    Optional<CheckedFile> before = Optional.empty();
    if (pair.before().isPresent()) {
      before = Optional.of(before(pair.before().get(), terms.or(() -> asking), pair));
    }
    if (pair.after().isEmpty()) {
      return new FileReview(pair, before, Optional.empty(), Optional.empty()).result();
    }
    String path = pair.after().get();
    Optional<App> ofHead =
        asking
            .filter(policy -> policy.exclusionOf(path).isEmpty())
            .flatMap(policy -> policy.appFor(path));
    Optional<App> app = ofHead.map(governing -> limited(governing, ofBase, terms)).or(() -> ofBase);
    CheckedFile after = head.judge(path, terms.or(() -> asking), app);
    return new FileReview(pair, before, Optional.of(after), ofHead.map(App::name)).result();
  }

  /** By the policy where it lay, as it was. */
  private CheckedFile before(String path, Optional<Policy> fallback, FilePair pair)
      throws IOException {
    Optional<Policy> own = base.policyOf(path);
    Optional<App> app =
        own.isPresent() ? own.get().appFor(path) : fallback.flatMap(policy -> app(policy, pair));
    return base.judge(path, own.or(() -> fallback), app);
  }

  private static Optional<App> app(Policy policy, FilePair pair) {
    return policy.appFor(pair.path()).or(() -> pair.before().flatMap(policy::appFor));
  }

  /** What an app asks, within the limits that the base has for the file. */
  private static App limited(App asking, Optional<App> ofBase, Optional<Policy> terms) {
    return ofBase
        .map(
            limiting ->
                new App(
                    asking.name(),
                    asking.place(),
                    asking.files(),
                    asking.asked(),
                    limiting.limits(),
                    asking.plan()))
        .or(() -> terms.map(policy -> policy.limiting(asking)))
        .orElse(asking);
  }
}
