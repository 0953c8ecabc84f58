package dev.autoheal.review;

import dev.autoheal.change.Difference;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.LintResult.Failure;
import dev.autoheal.lint.Mode;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.LeftOut;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares two revisions of a repository in the files that differ between them. */
final class RevisionComparison {
  private final Revision base;
  private final Revision tip;
  private final Revision head;
  private final Consumer<String> notes;

  private final ReviewPolicies policies;

  /**
   * Creates a comparison.
   *
   * @param base the merge base of both sides
   * @param tip the revision that the changes are to be merged into, whose policies limit what may
   *     change
   * @param head the revision with the changes
   * @param notes receives messages that the user should know but that do not stop the run
   */
  RevisionComparison(Revision base, Revision tip, Revision head, Consumer<String> notes) {
    this.base = base;
    this.tip = tip;
    this.head = head;
    this.notes = notes;
    this.policies = new ReviewPolicies(tip, head);
  }

  /**
   * Reviews the files at these paths, and the unchanged files that they affect. An invalid policy
   * in the head ends the review.
   */
  LintResult result(SortedSet<String> paths) throws IOException {
    ChangedFiles changed = new ChangedFiles(base, tip, head, policies, paths);
    List<FilePair> touched = changed.touched();
    readPolicies(touched);
    policies.noteMoves(touched);
    SortedSet<FilePair> untouched = new TreeSet<>(Comparator.comparing(FilePair::path));
    untouched.addAll(changed.underChangedPolicies());
    SortedSet<String> apps = changed.apps();
    for (String folder : apps) {
      untouched.addAll(changed.filesOf(folder));
    }
    readPolicies(untouched);
    List<FileResult> files = new ArrayList<>();
    PolicyChanges changes = new PolicyChanges(!tip.hasPolicy());
    for (FilePair pair : changed.policies()) {
      List<Difference> differences =
          changes.between(read(base, pair.before()), read(head, pair.after()));
      if (!differences.isEmpty()) {
        files.add(FileReview.ofPolicy(pair.path(), differences));
      }
    }
    if (!head.problems().isEmpty()) {
      return new LintResult(
          Mode.REVIEW, List.of(), LeftOut.NOTHING, List.of(), head.problems(), Failure.POLICY);
    }
    SortedMap<String, FileResult> results = results(touched, untouched);
    addLost(apps, touched, results);
    files.addAll(results.values());
    note(touched);
    files.sort(Comparator.comparing(FileResult::path));
    return new LintResult(Mode.REVIEW, files, LeftOut.NOTHING, List.of(), List.of(), Failure.NONE);
  }

  /**
   * Returns the results of the touched files, and those of other files with something to report, by
   * path.
   */
  private SortedMap<String, FileResult> results(
      List<FilePair> touched, SortedSet<FilePair> untouched) throws IOException {
    SortedMap<String, FileResult> results = new TreeMap<>();
    for (FilePair pair : touched) {
      results.put(pair.path(), result(pair));
    }
    untouched.removeIf(pair -> results.containsKey(pair.path()));
    for (FilePair pair : untouched) {
      FileResult file = result(pair);
      if (isReported(file)) {
        results.put(file.path(), file);
      }
    }
    return results;
  }

  /** Adds the findings about ways of publishing that the head no longer has. */
  private void addLost(
      SortedSet<String> apps, List<FilePair> touched, SortedMap<String, FileResult> results)
      throws IOException {
    LostVariants lost = new LostVariants(base, head, policies, touched);
    for (String folder : apps) {
      for (Map.Entry<String, List<ReportedFinding>> each : lost.in(folder).entrySet()) {
        results.merge(
            each.getKey(), FileReview.of(each.getKey(), each.getValue()), FileReview::joined);
      }
    }
  }

  private static boolean isReported(FileResult file) {
    return file.findings().stream().anyMatch(ReportedFinding::isNew)
        || !file.found().fixed().isEmpty()
        || !file.differences().isEmpty();
  }

  private static Optional<SourceFile> read(Revision revision, Optional<String> path)
      throws IOException {
    return path.isPresent() ? revision.read(path.get()) : Optional.empty();
  }

  private void readPolicies(Collection<FilePair> pairs) throws IOException {
    for (FilePair pair : pairs) {
      head.policyOf(pair.path());
      policies.ofBase(pair);
    }
  }

  private void note(List<FilePair> pairs) throws IOException {
    boolean isOwn = false;
    for (FilePair pair : pairs) {
      isOwn |= policies.ofBase(pair).isEmpty() && head.policyOf(pair.path()).isPresent();
    }
    if (isOwn) {
      notes.accept(
          "%s, so limits and exceptions come from the head"
              .formatted(
                  tip.problems().isEmpty()
                      ? "the base has no policy"
                      : "a policy of the base is invalid"));
    }
  }

  private FileResult result(FilePair pair) throws IOException {
    Optional<Policy> policy = policies.deciding(pair);
    Optional<CheckedFile> before = Optional.empty();
    if (pair.before().isPresent()) {
      String path = pair.before().get();
      Optional<Policy> own = tip.policyOf(path);
      before = Optional.of(base.check(path, own.or(() -> policy), policies.before(pair)));
    }
    if (pair.after().isEmpty()) {
      return new FileReview(pair, before, Optional.empty(), Optional.empty()).result();
    }
    String path = pair.after().get();
    CheckedFile after = head.check(path, policy, policies.after(pair));
    Optional<String> app = policies.ofHead(path).map(App::name);
    return new FileReview(pair, before, Optional.of(after), app).result();
  }
}
