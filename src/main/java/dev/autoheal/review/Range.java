package dev.autoheal.review;

import dev.autoheal.change.Difference;
import dev.autoheal.change.Versions;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.rule.Ignored;
import dev.autoheal.rule.Subject;
import dev.autoheal.run.FileResult;
import dev.autoheal.run.FileResult.Status;
import dev.autoheal.run.FileView;
import dev.autoheal.run.Options.Mode;
import dev.autoheal.run.RunResult;
import dev.autoheal.run.RunResult.Failure;
import dev.autoheal.run.Snapshot;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Finding;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
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

  /**
   * A file in both revisions.
   *
   * @param before its path in the base; empty when it is new
   * @param after its path in the head; empty when it is gone
   */
  private record Pair(Optional<String> before, Optional<String> after) {
    String path() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /** What a review of these paths comes to. */
  RunResult result(SortedSet<String> paths) throws IOException {
    List<FileResult> files = new ArrayList<>();
    for (String path : paths) {
      if (Snapshot.isPolicy(path) && isChanged(path)) {
        head.policyOf(path);
        base.policyOf(path);
        files.add(policy(path));
      }
    }
    List<Pair> pairs = pairs(paths);
    for (Pair pair : pairs) {
      head.policyOf(pair.path());
      basePolicy(pair);
    }
    for (String path : paths) {
      boolean isExtended = base.isExtended(path) || head.isExtended(path);
      if (isExtended && !Snapshot.isPolicy(path) && isChanged(path)) {
        files.add(policy(path));
      }
    }
    if (!head.problems().isEmpty()) {
      return new RunResult(Mode.REVIEW, List.of(), List.of(), head.problems(), Failure.POLICY);
    }
    for (Pair pair : pairs) {
      files.add(result(pair));
    }
    note(pairs);
    files.sort(Comparator.comparing(FileResult::path));
    return new RunResult(Mode.REVIEW, files, List.of(), List.of(), Failure.NONE);
  }

  private void note(List<Pair> pairs) throws IOException {
    boolean isOwn = false;
    for (Pair pair : pairs) {
      isOwn |= isWithoutBase(pair) && head.policyOf(pair.path()).isPresent();
    }
    if (!base.problems().isEmpty()) {
      notes.accept("a policy of the base is invalid, so the limits and exceptions are the head's");
    } else if (isOwn) {
      notes.accept("there is no policy in the base, so the limits and exceptions are the head's");
    }
  }

  private static FileResult policy(String path) {
    return result(
        path, Optional.empty(), Status.CHANGED, List.of(), List.of(), List.of(), List.of());
  }

  private boolean isChanged(String path) throws IOException {
    return isChanged(path, base.read(path), head.read(path));
  }

  private boolean isChanged(String path, Optional<SourceFile> before, Optional<SourceFile> after)
      throws IOException {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isPresent() || after.isPresent() || base.holds(path) != head.holds(path);
    }
    return !before.get().sameBytes(after.get());
  }

  /** The files to judge, each beside what it was called before. */
  private List<Pair> pairs(SortedSet<String> paths) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<SourceFile> gone = new ArrayList<>();
    List<SourceFile> came = new ArrayList<>();
    for (String path : paths) {
      if (!Snapshot.isConfig(path)) {
        continue;
      }
      Optional<SourceFile> before = base.read(path);
      Optional<SourceFile> after = head.read(path);
      if (!isChanged(path, before, after)) {
        continue;
      }
      if (!head.holds(path)) {
        before.ifPresent(gone::add);
      } else if (before.isEmpty() && after.isPresent()) {
        came.add(after.get());
      } else {
        pairs.add(new Pair(before.map(SourceFile::path), Optional.of(path)));
      }
    }
    Map<String, String> renamed = Renames.between(gone, came);
    for (SourceFile file : came) {
      Optional<String> before = Optional.ofNullable(renamed.get(file.path()));
      pairs.add(new Pair(before, Optional.of(file.path())));
    }
    for (SourceFile file : gone) {
      if (!renamed.containsValue(file.path())) {
        pairs.add(new Pair(Optional.of(file.path()), Optional.empty()));
      }
    }
    return pairs;
  }

  private boolean isWithoutBase(Pair pair) throws IOException {
    return basePolicy(pair).isEmpty();
  }

  /** The policy that governs the file in the base, or would where it lies now. */
  private Optional<Policy> basePolicy(Pair pair) throws IOException {
    Optional<Policy> there = base.policyOf(pair.path());
    return there.isPresent() || pair.before.isEmpty() ? there : base.policyOf(pair.before.get());
  }

  private FileResult result(Pair pair) throws IOException {
    Optional<Policy> terms = basePolicy(pair);
    Optional<Policy> asking = head.policyOf(pair.path());
    Optional<App> ofBase = terms.flatMap(policy -> app(policy, pair));
    Optional<FileView> before = Optional.empty();
    if (pair.before.isPresent()) {
      String path = pair.before.get();
      Optional<App> app = terms.isPresent() ? ofBase : asking.flatMap(policy -> app(policy, pair));
      before = Optional.of(base.judge(path, terms.or(() -> asking), app));
    }
    Optional<FileView> after = Optional.empty();
    if (pair.after.isPresent()) {
      String path = pair.after.get();
      Optional<App> ofHead =
          asking
              .filter(policy -> policy.exclusionOf(path).isEmpty())
              .flatMap(policy -> policy.appFor(path));
      Optional<App> app =
          ofHead.map(governing -> ofBase.map(b -> limited(governing, b)).orElse(governing));
      after = Optional.of(head.judge(path, terms.or(() -> asking), app.or(() -> ofBase)));
    }
    return compared(pair, before, after);
  }

  private static Optional<App> app(Policy policy, Pair pair) {
    return policy.appFor(pair.path()).or(() -> pair.before.flatMap(policy::appFor));
  }

  /** What one app asks, within the limits of another. */
  private static App limited(App asking, App limiting) {
    return new App(
        asking.name(),
        asking.place(),
        asking.files(),
        asking.asked(),
        limiting.limits(),
        asking.plan());
  }

  private FileResult compared(Pair pair, Optional<FileView> before, Optional<FileView> after) {
    if (after.isPresent() && after.get().result().status() == Status.SKIPPED) {
      return after.get().result();
    }
    Pairing pairing = new Pairing(before.map(FileView::result));
    List<Finding> findings =
        pairing.paired(after.map(view -> view.result().findings()).orElse(List.of()));
    List<Difference> differences = differences(before, after);
    Status status =
        !differences.isEmpty()
            ? Status.CHANGED
            : findings.isEmpty() ? Status.CLEAN : Status.FINDINGS;
    return result(
        pair.path(),
        after.or(() -> before).flatMap(view -> view.result().app()),
        status,
        findings,
        pairing.fixed(),
        after.map(view -> view.result().ignored()).orElse(List.of()),
        differences);
  }

  private static FileResult result(
      String path,
      Optional<String> app,
      Status status,
      List<Finding> findings,
      List<Finding> fixed,
      List<Ignored> ignored,
      List<Difference> differences) {
    return new FileResult(
        path, app, status, Optional.empty(), findings, fixed, ignored, differences, 0, new byte[0]);
  }

  /** A version that cannot be read, or is a transform that brings no section in, says nothing. */
  private static List<Difference> differences(Optional<FileView> before, Optional<FileView> after) {
    Optional<Subject> earlier = before.flatMap(FileView::subject);
    Optional<Subject> later = after.flatMap(FileView::subject);
    boolean isReadable =
        (before.isEmpty() || earlier.filter(Range::isComparable).isPresent())
            && (after.isEmpty() || later.filter(Range::isComparable).isPresent());
    return isReadable
        ? Versions.differences(
            earlier.flatMap(Subject::config),
            later.flatMap(Subject::config),
            later.or(() -> earlier).orElseThrow().file())
        : List.of();
  }

  private static boolean isComparable(Subject subject) {
    Optional<WebConfig> config = subject.config();
    return config.isPresent()
        && (config.get().sections().isEmpty() || subject.sections().size() == 1);
  }
}
