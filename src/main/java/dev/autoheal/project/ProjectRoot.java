package dev.autoheal.project;

import dev.autoheal.files.DiskTree;
import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that paths are relative to.
 *
 * @param folder its absolute path
 * @param tree the files in it, on the disk or in a revision
 * @param isRepository whether it has an entry named {@code .git}
 */
public record ProjectRoot(Path folder, FileTree tree, boolean isRepository) {

  /**
   * Finds the root of a folder: the nearest folder, itself or above, with an entry named {@code
   * .git}. Without one it is the current folder, or for a folder outside of that the folder itself.
   *
   * @param current the current folder, absolute
   */
  public static ProjectRoot of(Path folder, Path current) throws IOException {
    Path absolute = current.resolve(folder).toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return new ProjectRoot(at, new DiskTree(at), true);
      }
    }
    return at(absolute.startsWith(current) ? current : absolute);
  }

  /** Returns a folder as a root that is not a repository. */
  static ProjectRoot at(Path folder) throws IOException {
    return new ProjectRoot(folder, new DiskTree(folder), false);
  }

  /** Returns the files of the folder on the disk, even if {@link #tree} is a revision. */
  public DiskTree disk() throws IOException {
    return new DiskTree(folder);
  }

  /** Returns whether an existing folder is the root or below it once all links are followed. */
  public boolean holds(Path existing) throws IOException {
    return existing.toRealPath().startsWith(folder.toRealPath());
  }

  /**
   * Returns the path of a regular file as the tree spells it, whatever the letter case of its
   * names, as Windows finds it; empty when there is no such file.
   */
  Optional<String> file(String path) throws IOException {
    String found = isFile(path) ? path : spelled(path);
    return isFile(found) ? Optional.of(found) : Optional.empty();
  }

  private boolean isFile(String path) throws IOException {
    return tree.kind(path).filter(kind -> kind == FileTree.Kind.FILE).isPresent();
  }

  private String spelled(String path) throws IOException {
    String found = "";
    for (String name : path.split("/", -1)) {
      List<String> names = tree.list(found).stream().map(FileTree.Entry::name).toList();
      String exact =
          names.contains(name)
              ? name
              : names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
      found = FileTree.join(found, exact);
    }
    return found;
  }

  /**
   * Returns the path of a file or folder relative to the root, with {@code /} between names.
   *
   * @param absolute a path below the root
   */
  public String relative(Path absolute) {
    return folder
        .relativize(absolute)
        .toString()
        .replace(folder.getFileSystem().getSeparator(), "/");
  }
}
