package dev.autoheal.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small separate file system, which only root can mount. */
public final class Disk implements AutoCloseable {
  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /** Mounts a disk of that size, or skips the test if that is not allowed. */
  public static Disk of(Path folder, int kilobytes) throws IOException {
    Files.createDirectory(folder);
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder);
    assumeTrue(mounted, "no small file system could be mounted, which takes root on Linux");
    return new Disk(folder);
  }

  /** Returns the mount point. */
  public Path folder() {
    return folder;
  }

  void makeReadOnly() throws IOException {
    assumeTrue(run("mount", "-o", "remount,ro", folder), "it could not be made read-only");
  }

  @Override
  public void close() throws IOException {
    // A process that another test started in the meantime may keep it open for a moment.
    if (!run("umount", folder)) {
      run("umount", "--lazy", folder);
    }
  }

  private static boolean run(Object... command) throws IOException {
    String[] words = new String[command.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = command[i].toString();
    }
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IOException(e);
    } catch (IOException e) {
      return false;
    }
  }
}
