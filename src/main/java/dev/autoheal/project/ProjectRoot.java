package dev.autoheal.project;

import dev.autoheal.files.DiskTree;
import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that paths are relative to.
 *
 * @param tree what lies in it, on the disk or in a revision
 * @param isRepository whether it holds an entry named {@code .git}
 */
public record ProjectRoot(Path folder, FileTree tree, boolean isRepository) {

  /**
   * The root of a folder: the nearest one above it with an entry named {@code .git}; without one
   * the current folder, or for a folder outside that the folder itself.
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

  /** A folder that is no repository. */
  static ProjectRoot at(Path folder) throws IOException {
    return new ProjectRoot(folder, new DiskTree(folder), false);
  }

  /** What lies in it on the disk. */
  public DiskTree disk() throws IOException {
    return new DiskTree(folder);
  }

  /** Whether an existing folder lies below the root when all links are followed. */
  public boolean holds(Path existing) throws IOException {
    return existing.toRealPath().startsWith(folder.toRealPath());
  }

  /** The path of a file or folder below the root, with {@code /}. */
  public String relative(Path absolute) {
    return folder
        .relativize(absolute)
        .toString()
        .replace(folder.getFileSystem().getSeparator(), "/");
  }
}
