package dev.autoheal.files;

import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Replaces a file as a whole: at any time the file has either the old or the new content. The new
 * bytes go to a temporary file in the same folder, and a process that is told to exit waits until
 * they are written. The name of the temporary file contains the process id. So a later run can
 * distinguish a leftover of a crash from the file of a running writer. If owner, group, mode bits
 * and extended attributes cannot be kept, the file is not replaced. Other hard links to the file
 * keep the old bytes.
 */
public final class AtomicFile {
  private static final String PREFIX = ".autoheal-";
  private static final String SUFFIX = ".tmp";
  private static final int ATTEMPTS = 10;

  /** The largest expected difference between the clocks of a machine and of a network drive. */
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  /** The time in which any file can be written; the process waits no longer before it exits. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path file;

  /** Writes the content of a file. */
  public interface Content {
    /** Writes everything to {@code out}, and leaves it open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Tells whether the file still has to be written. */
  private interface Pending {
    boolean isPending() throws IOException;
  }

  /** Creates a writer for a path that leads through no link; see {@link DiskTree#file}. */
  AtomicFile(Path real) {
    this.file = real;
  }

  /**
   * Creates a writer for a file that the user names, possibly by a link.
   *
   * @throws IOException if there is no folder for it
   */
  public static AtomicFile named(Path path) throws IOException {
    return new AtomicFile(
        Files.exists(path)
            ? path.toRealPath()
            : path.toAbsolutePath().getParent().toRealPath().resolve(path.getFileName()));
  }

  /** Signals that the file changed since it was read; it was not overwritten. */
  public static final class ChangedMeanwhile extends IOException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
      super("the file changed while autoheal was reading it; run again");
    }
  }

  /**
   * Replaces the content.
   *
   * @param before the content as it was read
   * @param after the new content
   * @throws ChangedMeanwhile if the file contains neither {@code before} nor {@code after}
   * @throws AccessDeniedException if the file is read-only
   */
  public void replace(byte[] before, byte[] after) throws IOException {
    requireWritable();
    write(out -> out.write(after), () -> isPending(Optional.of(before), after));
  }

  /**
   * Creates a new file, and the folders that contain it.
   *
   * @throws ChangedMeanwhile if there is a file with other content by now
   */
  public void create(byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    write(out -> out.write(content), () -> isPending(Optional.empty(), content));
  }

  /**
   * Writes the file, whatever it contains.
   *
   * @throws AccessDeniedException if the file is read-only
   */
  public void overwrite(Content content) throws IOException {
    removeLeftovers();
    requireWritable();
    write(content, () -> true);
  }

  private void requireWritable() throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString(), null, "the file is read-only");
    }
  }

  private void write(Content content, Pending pending) throws IOException {
    Path temporary = temporary(ProcessHandle.current().pid());
    CountDownLatch end = new CountDownLatch(1);
    Thread waiting = new Thread(() -> await(end, temporary));
    hold(waiting);
    try {
      fill(temporary, content);
      if (pending.isPending()) {
        move(temporary);
        forceFolder();
      }
    } catch (IOException e) {
      throw named(e);
    } finally {
      Files.deleteIfExists(temporary);
      end.countDown();
      release(waiting);
    }
  }

  /** Waits briefly for a file to be written when the process is told to exit. */
  private static void await(CountDownLatch end, Path temporary) {
    try {
      if (!end.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Files.deleteIfExists(temporary);
      }
    } catch (InterruptedException | IOException e) {
      // The next run removes it.
      return;
    }
  }

  private static void hold(Thread waiting) throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(waiting);
    } catch (IllegalStateException e) {
      throw new IOException("interrupted", e);
    }
  }

  private static void release(Thread waiting) {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException e) {
      // The process is exiting already.
      return;
    }
  }

  /**
   * Returns an error that names the file, because many errors name the temporary file or no file.
   */
  private IOException named(IOException e) {
    if (e instanceof ChangedMeanwhile) {
      return e;
    }
    String reason = e instanceof FileSystemException on ? on.getReason() : e.getMessage();
    FileSystemException named =
        e instanceof AccessDeniedException
            ? new AccessDeniedException(file.toString(), null, reason)
            : new FileSystemException(file.toString(), null, reason);
    named.initCause(e);
    return named;
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

  private void fill(Path temporary, Content content) throws IOException {
    if (Files.exists(file)) {
      // Only a copy of the file itself has its owner and all its attributes.
      Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES);
      FileAttributes.requireSame(file, temporary);
    } else {
      Files.createFile(temporary);
    }
    try (FileChannel channel = FileChannel.open(temporary, WRITE, TRUNCATE_EXISTING)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /**
   * Returns whether the file still has to be written. It reads the file only once, because another
   * process may write the same content at any time.
   *
   * @param before the content as it was read; empty when there was no file
   * @throws ChangedMeanwhile if the file has some other content by now
   */
  private boolean isPending(Optional<byte[]> before, byte[] after) throws IOException {
    Optional<byte[]> now = content();
    if (now.isPresent() && Arrays.equals(now.get(), after)) {
      return false;
    }
    boolean isSame =
        now.isPresent()
            ? before.isPresent() && Arrays.equals(now.get(), before.get())
            : before.isEmpty();
    if (!isSame) {
      throw new ChangedMeanwhile();
    }
    return true;
  }

  private Optional<byte[]> content() throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
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
              file.toString(), null, "an editor, a scanner or IIS may have the file open");
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
      // It belongs to another user or no longer exists; the run continues either way.
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
