package dev.autoheal.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sets the mode bits that git requires: it ignores a hook that is not executable. */
final class ExecutableBit {
  private static final Map<PosixFilePermission, PosixFilePermission> BITS =
      Map.of(
          PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

  private ExecutableBit() {}

  /**
   * Makes a file executable for everyone who may read it. It does nothing where the file system has
   * no such bits.
   */
  static void grant(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> before = view.readAttributes().permissions();
    Set<PosixFilePermission> after = new HashSet<>(before);
    before.stream().filter(BITS::containsKey).map(BITS::get).forEach(after::add);
    if (!after.equals(before)) {
      view.setPermissions(after);
    }
  }
}
