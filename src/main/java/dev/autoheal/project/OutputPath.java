package dev.autoheal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to write because the command line names it. Whoever names it means a place of this folder
 * tree, so that no link that a repository brings along may lead the bytes elsewhere.
 */
public final class OutputPath {
  private OutputPath() {}

  /**
   * Where it lies, which need not be in the repository.
   *
   * @param current the current folder, absolute
   * @throws UsageException if it is a link of the repository, or lies behind one
   */
  public static Path of(String name, Path current) throws IOException, UsageException {
    Path root = ProjectRoot.of(current, current).folder();
    Path file = current.resolve(name).normalize();
    for (Path at = file; at.startsWith(root) && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw new UsageException(
            "%s is a link, and nothing is written through one of the repository"
                .formatted(root.relativize(at)));
      }
    }
    return file;
  }
}
