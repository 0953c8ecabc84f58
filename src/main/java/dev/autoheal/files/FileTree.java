package dev.autoheal.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Folders and files to read from: a disk here, a commit elsewhere. Paths are relative to the root
 * of the tree, with {@code /}; the root itself is the empty path.
 */
public interface FileTree {
  /** What an entry of a folder is; a link counts as what it leads to inside the tree. */
  enum Kind {
    FILE,
    FOLDER,
    /** A link to a folder: not walked into. */
    LINKED_FOLDER,
    /** A link that leads nowhere or out of the tree. */
    BAD_LINK,
    /** A pipe, a socket, a device. */
    OTHER
  }

  /** One entry of a folder. */
  record Entry(String name, Kind kind) {}

  /**
   * What was read.
   *
   * @param size in bytes
   * @param bytes all of them, or none when there are more than were asked for
   */
  record Content(long size, byte[] bytes) {}

  /** What lies in a folder, sorted by name; empty when there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  /** What {@code path} is; empty when nothing is there. */
  Optional<Kind> kind(String path) throws IOException;

  /** Reads a file of at most {@code limit} bytes; of a larger one only the size. */
  Content read(String path, int limit) throws IOException;

  /** {@code name} in {@code folder}, as a path. */
  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The folder of {@code path}; the root's own folder is the root. */
  static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last name of {@code path}. */
  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
