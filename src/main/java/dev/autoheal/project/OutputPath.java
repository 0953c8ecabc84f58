package dev.autoheal.project;

import dev.autoheal.files.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resolves a file to write that the command line names. The user means a place in this folder tree,
 * so a link in the repository must not redirect the output.
 */
public final class OutputPath {
  private OutputPath() {}

  /**
   * Returns the absolute path of the file, which may be outside the repository.
   *
   * @param name the path as the command line gives it
   * @param current the current folder, absolute
   * @throws UsageException if the file or a folder above it, up to the root, is a link
   */
  public static Path of(String name, Path current) throws IOException, UsageException {
    Path root = ProjectRoot.of(current, current).folder();
    Path file = current.resolve(name).normalize();
    for (Path at = file; at.startsWith(root) && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw new UsageException(
            "%s is a link in the repository; use a path without links"
                .formatted(root.relativize(at)));
      }
    }
    return file;
  }

  /**
   * Writes a file completely or not at all. Anything but a regular file, for example a pipe or a
   * device, is written to directly.
   */
  public static void write(Path file, AtomicFile.Content content) throws IOException {
    if (!Files.exists(file) || Files.isRegularFile(file)) {
      AtomicFile.named(file).overwrite(content);
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    }
  }
}
