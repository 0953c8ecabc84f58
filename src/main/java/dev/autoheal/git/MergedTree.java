package dev.autoheal.git;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a tree as it will be once another branch is merged into it. Whole files are merged: a file
 * that only the other branch changed is read from there, all others from the tree.
 */
public final class MergedTree implements FileTree {
  private final FileTree tree;
  private final FileTree other;
  private final Set<String> changed;
  private final Set<String> folders = new HashSet<>();

  /**
   * Creates a merged tree.
   *
   * @param other the tree of the other branch
   * @param changed the paths that only the other branch changed, also those that it removed
   */
  public MergedTree(FileTree tree, FileTree other, Set<String> changed) {
    this.tree = tree;
    this.other = other;
    this.changed = changed;
    for (String path : changed) {
      String folder = path;
      do {
        folder = FileTree.folderOf(folder);
      } while (folders.add(folder) && !folder.isEmpty());
    }
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    if (!folders.contains(folder)) {
      return tree.list(folder);
    }
    return union(folder, tree, other);
  }

  @Override
  public Optional<Kind> kind(String path) throws IOException {
    return of(path).kind(path);
  }

  @Override
  public Optional<String> real(String path) throws IOException {
    return of(path).real(path);
  }

  @Override
  public Optional<String> unreadable(String path) throws IOException {
    return of(path).unreadable(path);
  }

  @Override
  public Content read(String path, int limit) throws IOException {
    return of(path).read(path, limit);
  }

  private FileTree of(String path) throws IOException {
    boolean isOfOther =
        changed.contains(path)
            || tree.real(path).filter(changed::contains).isPresent()
            || (folders.contains(path) && tree.kind(path).isEmpty());
    return isOfOther ? other : tree;
  }
}
