package dev.autoheal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces a file as a whole: at any time either the old content or the new content is there. The
 * new bytes go to a temporary file in the same folder. Its name contains the process id. So a later
 * run can tell a leftover of a crash from the file of a live writer. The mode bits stay. Another
 * name of the same file, a hard link, keeps the old bytes.
 */
public final class AtomicFile {
  private static final String PREFIX = ".autoheal-";
  private static final String SUFFIX = ".tmp";
  private static final int ATTEMPTS = 10;
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** A time longer than the clocks of a machine and of a network drive differ. */
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private final Path file;

  /** Creates a writer for a path that leads through no link; see {@link DiskTree#file}. */
  AtomicFile(Path real) {
    this.file = real;
  }

  /** Signals that the file changed since it was read; it was not overwritten. */
  public static final class ChangedMeanwhile extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
      super("it changed while autoheal was reading it; run again");
    }
  }

  /**
   * Replaces the content and keeps the mode bits.
   *
   * @param before the content as it was read
   * @param after the new content
   * @throws ChangedMeanwhile if the file contains neither {@code before} nor {@code after}
   * @throws AccessDeniedException if the file is read-only
   */
  public void replace(byte[] before, byte[] after) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString(), null, "the file is read-only");
    }
    write(Optional.of(before), after);
  }

  /**
   * Creates a new file, and the folders that contain it.
   *
   * @throws ChangedMeanwhile if there is a file with other content by now
   */
  public void create(byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    write(Optional.empty(), content);
  }

  private void write(Optional<byte[]> before, byte[] after) throws IOException {
    Path temporary = temporary(ProcessHandle.current().pid());
    try {
      fill(temporary, after);
      // Another autoheal process may already have written the same content.
      if (!holds(Optional.of(after))) {
        if (!holds(before)) {
          throw new ChangedMeanwhile();
        }
        move(temporary);
        forceFolder();
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Returns the path to which a writer writes its bytes first; no two writers get the same path.
   *
   * @param process the id of the process that writes
   */
  Path temporary(long process) {
    long random = ThreadLocalRandom.current().nextLong();
    return file.resolveSibling(PREFIX + process + "-" + Long.toHexString(random) + SUFFIX);
  }

  private void fill(Path temporary, byte[] content) throws IOException {
    Optional<Set<PosixFilePermission>> mode = mode();
    // From the first byte on, only those who may read the file may read its copy.
    FileAttribute<?>[] attributes =
        mode.stream().map(PosixFilePermissions::asFileAttribute).toArray(FileAttribute<?>[]::new);
    try (FileChannel channel = FileChannel.open(temporary, NEW, attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (mode.isPresent()) {
      // The process may be configured to remove bits from new files.
      Files.setPosixFilePermissions(temporary, mode.get());
    }
  }

  /** Returns the mode bits; empty for a new file, and on systems without such bits. */
  private Optional<Set<PosixFilePermission>> mode() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null || !Files.exists(file)
        ? Optional.empty()
        : Optional.of(view.readAttributes().permissions());
  }

  /** Returns whether the file has that content; empty means that there is no file. */
  private boolean holds(Optional<byte[]> content) throws IOException {
    return Files.exists(file)
        ? content.isPresent() && Arrays.equals(content.get(), Files.readAllBytes(file))
        : content.isEmpty();
  }

  /**
   * Moves the temporary file over the file; tries several times. Windows refuses while an editor or
   * a virus scanner holds the file open, mostly for a moment.
   */
  private void move(Path temporary) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (AccessDeniedException e) {
        if (attempt == ATTEMPTS) {
          throw new AccessDeniedException(
              file.toString(), null, "an editor, a scanner or IIS may hold it open");
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Flushes the folder, so that the new name survives a power cut. Not every system can open a
   * folder, so errors are ignored.
   */
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /**
   * Removes temporary files from the folder of this file if their writers no longer run. Errors are
   * ignored.
   */
  public void removeLeftovers() {
    try (DirectoryStream<Path> temporaries =
        Files.newDirectoryStream(file.getParent(), PREFIX + "*" + SUFFIX)) {
      for (Path temporary : temporaries) {
        if (isLeftover(temporary)) {
          Files.deleteIfExists(temporary);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It belongs to somebody else or is gone by now; neither is a reason to stop.
      return;
    }
  }

  /**
   * Returns whether the process of a temporary file is gone, or is a later one that got the same
   * id.
   */
  private static boolean isLeftover(Path temporary) throws IOException {
    String name = temporary.getFileName().toString();
    int end = Math.max(PREFIX.length(), name.indexOf('-', PREFIX.length()));
    Optional<ProcessHandle> process;
    try {
      process = ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length(), end)));
    } catch (NumberFormatException e) {
      return false;
    }
    Instant written = Files.getLastModifiedTime(temporary).toInstant();
    return process.filter(ProcessHandle::isAlive).isEmpty()
        || process
            .flatMap(writer -> writer.info().startInstant())
            .filter(start -> written.isBefore(start.minus(CLOCK_SKEW)))
            .isPresent();
  }
}
