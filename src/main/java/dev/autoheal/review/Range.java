package dev.autoheal.review;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.Finding;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.FileView;
import dev.autoheal.lint.RunResult;
import dev.autoheal.lint.RunResult.Failure;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.Options.Mode;
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
final class Range {
  private final Snapshot base;
  private final Snapshot head;
  private final Consumer<String> notes;

  /**
   * From one revision to another.
   *
   * @param notes takes what the user should know though it stops nothing
   */
  Range(Snapshot base, Snapshot head, Consumer<String> notes) {
    this.base = base;
    this.head = head;
    this.notes = notes;
  }

  /** What a review of these paths comes to. */
  RunResult result(SortedSet<String> paths) throws IOException {
    Scope scope = new Scope(base, head, paths);
    List<Pair> touched = scope.touched();
    readPolicies(touched);
    SortedSet<Pair> untouched = new TreeSet<>(Comparator.comparing(Pair::path));
    untouched.addAll(scope.governed());
    untouched.addAll(scope.published());
    readPolicies(untouched);
    List<FileResult> files = new ArrayList<>();
    PolicyChanges changes = new PolicyChanges(!base.hasPolicy());
    for (Pair pair : scope.policies()) {
      List<Difference> differences =
          changes.between(read(base, pair.before()), read(head, pair.after()));
      if (!differences.isEmpty()) {
        files.add(FileReview.ofPolicy(pair.path(), differences));
      }
    }
    if (!head.problems().isEmpty()) {
      return new RunResult(Mode.REVIEW, List.of(), List.of(), head.problems(), Failure.POLICY);
    }
    for (Pair pair : touched) {
      files.add(result(pair));
    }
    for (Pair pair : untouched) {
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
    return new RunResult(Mode.REVIEW, files, List.of(), List.of(), Failure.NONE);
  }

  private static Optional<SourceFile> read(Snapshot revision, Optional<String> path)
      throws IOException {
    return path.isPresent() ? revision.read(path.get()) : Optional.empty();
  }

  private void readPolicies(Collection<Pair> pairs) throws IOException {
    for (Pair pair : pairs) {
      head.policyOf(pair.path());
      basePolicy(pair);
    }
  }

  private void note(List<Pair> pairs) throws IOException {
    boolean isOwn = false;
    for (Pair pair : pairs) {
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

  private boolean isWithoutBase(Pair pair) throws IOException {
    return basePolicy(pair).isEmpty();
  }

  /** The policy that governs the file in the base, or would where it lies now. */
  private Optional<Policy> basePolicy(Pair pair) throws IOException {
    Optional<Policy> there = base.policyOf(pair.path());
    return there.isPresent() || pair.before().isEmpty()
        ? there
        : base.policyOf(pair.before().get());
  }

  private FileResult result(Pair pair) throws IOException {
    Optional<Policy> terms = basePolicy(pair);
    Optional<Policy> asking = head.policyOf(pair.path());
    Optional<App> ofBase = terms.flatMap(policy -> app(policy, pair));
    Optional<FileView> before = Optional.empty();
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
    FileView after = head.judge(path, terms.or(() -> asking), app);
    return new FileReview(pair, before, Optional.of(after), ofHead.map(App::name)).result();
  }

  /** By the policy where it lay, as it was. */
  private FileView before(String path, Optional<Policy> fallback, Pair pair) throws IOException {
    Optional<Policy> own = base.policyOf(path);
    Optional<App> app =
        own.isPresent() ? own.get().appFor(path) : fallback.flatMap(policy -> app(policy, pair));
    return base.judge(path, own.or(() -> fallback), app);
  }

  private static Optional<App> app(Policy policy, Pair pair) {
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
