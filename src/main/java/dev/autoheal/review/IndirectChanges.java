package dev.autoheal.review;

import dev.autoheal.files.FileTree;
import dev.autoheal.git.TrackedPaths;
import dev.autoheal.policy.App;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the files whose content differs although git reports no change at their path: they are
 * reached through a link, or attributes make a checkout write them differently.
 */
final class IndirectChanges {
  /** The most folders that links may lead to; only a hostile repository has more. */
  private static final int MOST_FOLDERS = 100_000;

  private final Revision base;
  private final Revision tip;
  private final Revision head;
  private final SortedSet<String> candidates = new TreeSet<>();
  private int folders;

  /**
   * A folder on the way through links.
   *
   * @param path the path by which it was reached
   * @param real its path with all links followed
   * @param from the folder that it was reached from; null for the first
   */
  private record Step(String path, String real, Step from) {
    boolean isCircle() {
      for (Step step = from; step != null; step = step.from) {
        if (step.real.equals(real)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Creates a search in what differs between two revisions.
   *
   * @param tip the revision that the changes are to be merged into
   */
  IndirectChanges(Revision base, Revision tip, Revision head) {
    this.base = base;
    this.tip = tip;
    this.head = head;
  }

  /**
   * Returns the paths that differ only indirectly.
   *
   * @param changed the paths that git reports
   * @param tracked the paths in the head
   */
  SortedSet<String> of(SortedSet<String> changed, TrackedPaths tracked) throws IOException {
    SortedSet<String> starts = new TreeSet<>(changed);
    starts.addAll(tracked.links());
    for (String path : starts) {
      follow(base, path);
      follow(head, path);
    }
    for (String path : changed) {
      if (FileTree.nameOf(path).equals(".gitattributes")) {
        String folder = path.substring(0, path.length() - FileTree.nameOf(path).length());
        candidates.addAll(
            tracked.all().stream().filter(other -> other.startsWith(folder)).toList());
      }
    }
    candidates.removeAll(changed);
    SortedSet<String> found = new TreeSet<>();
    for (String path : candidates) {
      if (ChangedFiles.isRelevant(path) && base.differs(head, path)) {
        found.add(path);
      }
    }
    return found;
  }

  /** Adds a link to a file, or the files in the folder that a link leads to. */
  private void follow(Revision revision, String link) throws IOException {
    FileTree tree = revision.tree();
    if (tree.kind(link).filter(kind -> kind == FileTree.Kind.LINKED_FOLDER).isEmpty()) {
      candidates.add(link);
      return;
    }
    Deque<Step> ahead = new ArrayDeque<>();
    ahead.add(new Step(link, tree.real(link).orElse(""), null));
    while (!ahead.isEmpty()) {
      Step at = ahead.removeLast();
      if (++folders > MOST_FOLDERS) {
        throw new IOException(
            "links lead to more than %d folders; remove some".formatted(MOST_FOLDERS));
      }
      for (FileTree.Entry entry : tree.list(at.path)) {
        String path = FileTree.join(at.path, entry.name());
        switch (entry.kind()) {
          case FOLDER, LINKED_FOLDER -> {
            Step next = new Step(path, tree.real(path).orElse(""), at);
            if (!next.isCircle()) {
              ahead.add(next);
            }
          }
          default -> addBelowLink(path);
        }
      }
    }
  }

  /**
   * Adds a file in a linked folder. A search does not enter such a folder, so its files matter only
   * to the app that matches them there, and only if it does not match them elsewhere.
   */
  private void addBelowLink(String path) throws IOException {
    boolean isOfFolder = Revision.publishedFolder(path).isPresent() && !Revision.isConfig(path);
    if (isOfFolder || isMatched(tip, path) || isMatched(head, path)) {
      candidates.add(path);
    }
  }

  private boolean isMatched(Revision revision, String path) throws IOException {
    Optional<String> app = app(revision, path);
    Optional<String> real = head.tree().real(path);
    return app.isPresent()
        && (real.isEmpty()
            || !real.equals(base.tree().real(path))
            || !app.equals(app(revision, real.get())));
  }

  private static Optional<String> app(Revision revision, String path) throws IOException {
    return revision.policyOf(path).flatMap(policy -> policy.appFor(path)).map(App::name);
  }
}
