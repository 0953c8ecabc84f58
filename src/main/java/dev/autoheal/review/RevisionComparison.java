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
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares two revisions of a repository in the files that differ between them. */
final class RevisionComparison {
  private final Revision base;
  private final Revision tip;
  private final Revision head;
  private final Consumer<String> notes;

  /** Whether a file of a policy differs between base and head, by its path. */
  private final Map<String, Boolean> differing = new HashMap<>();

  /**
   * Creates a comparison.
   *
   * @param base the revision from which both sides parted
   * @param tip the revision that the changes are to go into, whose policies limit what may change
   * @param head the revision with the changes
   * @param notes receives messages that the user should know but that do not stop the run
   */
  RevisionComparison(Revision base, Revision tip, Revision head, Consumer<String> notes) {
    this.base = base;
    this.tip = tip;
    this.head = head;
    this.notes = notes;
  }

  /**
   * Reviews the files at these paths, and the unchanged files that they affect. An invalid policy
   * in the head ends the review.
   */
  LintResult result(SortedSet<String> paths) throws IOException {
    ChangedFiles changed = new ChangedFiles(base, tip, head, paths);
    List<FilePair> touched = changed.touched();
    readPolicies(touched);
    SortedSet<FilePair> untouched = new TreeSet<>(Comparator.comparing(FilePair::path));
    untouched.addAll(changed.governed());
    untouched.addAll(changed.published());
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
      return new LintResult(Mode.REVIEW, List.of(), List.of(), head.problems(), Failure.POLICY);
    }
    for (FilePair pair : touched) {
      files.add(result(pair));
    }
    for (FilePair pair : untouched) {
      FileResult file = result(pair);
      boolean isNews =
          file.findings().stream().anyMatch(ReportedFinding::isNews)
              || !file.found().fixed().isEmpty()
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
                  tip.problems().isEmpty()
                      ? "there is no policy in the base"
                      : "a policy of the base is invalid"));
    }
  }

  private boolean isWithoutBase(FilePair pair) throws IOException {
    return basePolicy(pair).isEmpty();
  }

  /**
   * Returns the policy of the base for the current path of a file, or else for its earlier path.
   */
  private Optional<Policy> basePolicy(FilePair pair) throws IOException {
    Optional<Policy> there = tip.policyOf(pair.path());
    return there.isPresent() || pair.before().isEmpty() ? there : tip.policyOf(pair.before().get());
  }

  /**
   * Returns the policy whose values are required of a file: that of the head if the head changes
   * it, else that of the base, which may have moved on.
   */
  private Optional<Policy> requiring(String path) throws IOException {
    Optional<Policy> own = head.policyOf(path);
    return isPolicyChanged(own, base.policyOf(path)) ? own : tip.policyOf(path);
  }

  private boolean isPolicyChanged(Optional<Policy> own, Optional<Policy> parted)
      throws IOException {
    List<String> files = own.map(Policy::files).orElse(List.of());
    if (!files.equals(parted.map(Policy::files).orElse(List.of()))) {
      return true;
    }
    for (String file : files) {
      Boolean differs = differing.get(file);
      if (differs == null) {
        differs = base.differs(head, file);
        differing.put(file, differs);
      }
      if (differs) {
        return true;
      }
    }
    return false;
  }

  private FileResult result(FilePair pair) throws IOException {
    Optional<Policy> policy = basePolicy(pair);
    Optional<Policy> required = requiring(pair.path());
    Optional<App> baseApp = policy.flatMap(each -> app(each, pair));
    Optional<CheckedFile> before = Optional.empty();
    if (pair.before().isPresent()) {
      before = Optional.of(before(pair.before().get(), policy.or(() -> required), pair));
    }
    if (pair.after().isEmpty()) {
      return new FileReview(pair, before, Optional.empty(), Optional.empty()).result();
    }
    String path = pair.after().get();
    Optional<App> headApp =
        required
            .filter(each -> each.exclusionOf(path).isEmpty())
            .flatMap(each -> each.appFor(path));
    Optional<App> app = headApp.map(matched -> limited(matched, baseApp, policy)).or(() -> baseApp);
    CheckedFile after = head.check(path, policy.or(() -> required), app);
    return new FileReview(pair, before, Optional.of(after), headApp.map(App::name)).result();
  }

  /**
   * Checks the version from which both sides parted, under what the base requires and limits today,
   * so that nothing counts as new that only the base changed.
   */
  private CheckedFile before(String path, Optional<Policy> fallback, FilePair pair)
      throws IOException {
    Optional<Policy> own = tip.policyOf(path);
    Optional<App> app =
        own.isPresent() ? own.get().appFor(path) : fallback.flatMap(policy -> app(policy, pair));
    return base.check(path, own.or(() -> fallback), app);
  }

  private static Optional<App> app(Policy policy, FilePair pair) {
    return policy.appFor(pair.path()).or(() -> pair.before().flatMap(policy::appFor));
  }

  /** Returns the app of the head with the limits, plan and severities that the base has for it. */
  private static App limited(App required, Optional<App> baseApp, Optional<Policy> policy) {
    return baseApp
        .map(known -> required.under(known.limits(), known.plan(), known.severities()))
        .or(() -> policy.map(each -> each.limiting(required)))
        .orElse(required);
  }
}
