package dev.autoheal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attributes that a file keeps when it is replaced: owner, group, mode and extended ones. */
final class FileAttributes {
  private FileAttributes() {}

  /**
   * Checks that a copy has the attributes of a file.
   *
   * @throws FileSystemException if it does not
   */
  static void requireSame(Path file, Path copy) throws IOException {
    if (!of(file).equals(of(copy))) {
      throw new FileSystemException(
          file.toString(),
          null,
          "cannot keep its owner, group, mode or attributes; run autoheal as the owner");
    }
  }

  /** Returns the attributes to keep, by name, as far as the system has them. */
  private static Map<String, Object> of(Path file) throws IOException {
    Map<String, Object> attributes = new HashMap<>();
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      PosixFileAttributes read = posix.readAttributes();
      attributes.put("owner", read.owner());
      attributes.put("group", read.group());
      attributes.put("mode", read.permissions());
    }
    UserDefinedFileAttributeView extended =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (extended != null) {
      for (String name : names(extended)) {
        ByteBuffer value = ByteBuffer.allocate(extended.size(name));
        extended.read(name, value);
        attributes.put("user." + name, value.flip());
      }
    }
    return attributes;
  }

  /** Returns the names of the extended attributes; empty on a file system without them. */
  private static List<String> names(UserDefinedFileAttributeView extended) {
    try {
      return extended.list();
    } catch (IOException e) {
      return List.of();
    }
  }
}
