package dev.autoheal.review;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.TooManyFilesException;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.finding.Severity;
import dev.autoheal.git.GitRepository;
import dev.autoheal.git.MergedTree;
import dev.autoheal.git.RevisionException;
import dev.autoheal.git.TrackedPaths;
import dev.autoheal.lint.FileResult;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.lint.LintResult;
import dev.autoheal.lint.Mode;
import dev.autoheal.project.LeftOut;
import dev.autoheal.project.SearchedFiles;
import dev.autoheal.project.UsageException;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reviews a range of commits by checking the files that it affects before and after. The later
 * policy determines the required values. The earlier policy determines what counts as a finding, so
 * that one change cannot both loosen and break the rules.
 */
public final class Review {
  private static final String HEAD = "HEAD";

  private final Request request;
  private final LintOptions options;
  private final Consumer<String> notes;

  /**
   * The revisions to compare, starting where both diverged.
   *
   * @param base the revision that the changes are to be merged into
   * @param head the revision with the changes; empty for the files on the disk
   * @param staged whether the index is taken instead of the head
   */
  public record Request(String base, Optional<String> head, boolean staged) {}

  /**
   * Creates a review that has not started.
   *
   * @param options the options with which both revisions are checked
   * @param notes receives messages that the user should know but that do not stop the run
   */
  public Review(Request request, LintOptions options, Consumer<String> notes) {
    this.request = request;
    this.options = options;
    this.notes = notes;
  }

  /**
   * Runs the review.
   *
   * @throws UsageException if there is no repository, or a revision is not a commit of it
   */
  public LintResult run() throws IOException, UsageException {
    Path root = Revision.repository(options.files().current());
    try (GitRepository revisions = new GitRepository(root)) {
      Optional<String> tip = tip(revisions);
      String commit = tip.isPresent() ? revisions.commit(request.head().orElse(HEAD)) : "";
      String mergeBase =
          tip.isPresent() ? revisions.mergeBase(tip.get(), commit) : revisions.nothing();
      SortedSet<String> paths = new TreeSet<>();
      FileTree tree;
      TrackedPaths tracked;
      if (request.staged()) {
        tree = revisions.index();
        tracked = revisions.tracked();
        paths.addAll(revisions.staged(mergeBase));
      } else if (request.head().isPresent()) {
        tree = revisions.tree(commit);
        tracked = revisions.tracked(commit);
        paths.addAll(revisions.changed(mergeBase, commit));
      } else {
        paths.addAll(revisions.onDisk(mergeBase));
        tree = revisions.workingTree(mergeBase, paths);
        tracked = revisions.tracked();
      }
      SearchedFiles.requireFew(paths);
      FileTree before = revisions.tree(mergeBase);
      boolean hasDiverged = tip.isPresent() && !tip.get().equals(mergeBase);
      FileTree target = hasDiverged ? revisions.tree(tip.get()) : before;
      if (hasDiverged) {
        SortedSet<String> ofTarget = revisions.changed(mergeBase, tip.get());
        ofTarget.removeAll(paths);
        before = new MergedTree(before, target, ofTarget);
        tree = new MergedTree(tree, target, ofTarget);
      }
      Revision base = new Revision(root, before, options);
      Revision required = hasDiverged ? new Revision(root, target, options) : base;
      Revision head = new Revision(root, tree, options);
      paths.addAll(new IndirectChanges(base, required, head).of(paths, tracked));
      return new RevisionComparison(base, required, head, notes).result(paths);
    } catch (TooManyFilesException e) {
      return refused(e.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RevisionException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Returns a result whose only finding says why nothing was reviewed; no policy turns it off. */
  private LintResult refused(String reason) {
    RuleConfig rules = RuleConfig.of(Rules.all(), Optional.empty(), options.today());
    List<FileResult> files =
        Rules.unreadable(".", reason, rules).stream()
            .map(finding -> finding.in(ReportedFinding.State.NEW).as(Severity.ERROR))
            .map(finding -> FileResult.unreadable(".", Optional.empty(), reason, finding))
            .toList();
    return new LintResult(
        Mode.REVIEW, files, LeftOut.NOTHING, List.of(), List.of(), LintResult.Failure.NONE);
  }

  /** Returns the commit that the base names; empty before the first commit, when all is new. */
  private Optional<String> tip(GitRepository revisions) throws IOException {
    boolean isOfHead = request.base().equals(HEAD) && request.head().isEmpty();
    return isOfHead && revisions.isUnborn()
        ? Optional.empty()
        : Optional.of(revisions.commit(request.base()));
  }
}
