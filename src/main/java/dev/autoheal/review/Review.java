package dev.autoheal.review;

import dev.autoheal.files.DiskTree;
import dev.autoheal.files.FileTree;
import dev.autoheal.git.GitRepository;
import dev.autoheal.git.RevisionException;
import dev.autoheal.lint.LintResult;
import dev.autoheal.project.RunOptions;
import dev.autoheal.project.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The review of a range of commits: the files that it touches, before and after. What is asked of
 * them comes from the later policy, what counts as a finding from the earlier one, so that nobody
 * loosens the rules and breaks them in one go.
 */
public final class Review {
  private static final String HEAD = "HEAD";

  private final Request request;
  private final RunOptions options;
  private final Consumer<String> notes;

  /**
   * What is compared, from where both parted.
   *
   * @param base the revision that the changes are to go into
   * @param head the revision that holds them; empty for what lies on the disk
   * @param staged whether it is the index instead
   */
  public record Request(String base, Optional<String> head, boolean staged) {}

  /**
   * A review that has not started.
   *
   * @param options by which both revisions are judged
   * @param notes takes what the user should know though it stops nothing
   */
  public Review(Request request, RunOptions options, Consumer<String> notes) {
    this.request = request;
    this.options = options;
    this.notes = notes;
  }

  /**
   * Reviews.
   *
   * @throws UsageException if there is no repository, or a revision that is no commit of it
   */
  public LintResult run() throws IOException, UsageException {
    Path root = Revision.repository(options.current());
    try (GitRepository revisions = new GitRepository(root)) {
      String parted = parted(revisions);
      SortedSet<String> paths = new TreeSet<>();
      FileTree tree;
      if (request.staged()) {
        tree = revisions.index();
        paths.addAll(revisions.staged(parted));
      } else if (request.head().isPresent()) {
        String head = revisions.commit(request.head().get());
        tree = revisions.tree(head);
        paths.addAll(revisions.changed(parted, head));
      } else {
        tree = new DiskTree(root);
        paths.addAll(revisions.onDisk(parted));
      }
      return new RevisionComparison(
              new Revision(root, revisions.tree(parted), options),
              new Revision(root, tree, options),
              notes)
          .result(paths);
    } catch (RevisionException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Where base and head parted; before the first commit there is nothing, and all is new. */
  private String parted(GitRepository revisions) throws IOException {
    boolean isOfHead = request.base().equals(HEAD) && request.head().isEmpty();
    if (isOfHead && revisions.isUnborn()) {
      return revisions.nothing();
    }
    String base = revisions.commit(request.base());
    return revisions.mergeBase(base, revisions.commit(request.head().orElse(HEAD)));
  }
}
