package dev.autoheal.git;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A new file in the temporary folder of the system, which only this user can read. {@link
 * Files#createTempFile} creates the same, but its random numbers take 10 ms to set up.
 *
 * @param path absolute
 */
record TemporaryFile(Path path) implements AutoCloseable {
  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /** Creates an empty file; it never opens one that exists, whatever its name is. */
  static TemporaryFile create() throws IOException {
    FileAttribute<?>[] attributes =
        IS_POSIX
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    while (true) {
      Path path = folder.resolve("autoheal%x.txt".formatted(System.nanoTime()));
      try {
        Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), attributes).close();
        return new TemporaryFile(path);
      } catch (FileAlreadyExistsException e) {
        // The time has moved on, and with it the name.
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.delete(path);
  }
}
