package dev.autoheal.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A tree of folders and files that can be read, on the disk or in a commit. Paths are relative to
 * the root of the tree, with {@code /}; the root itself is the empty path.
 */
public interface FileTree {
  /** The kind of an entry; a link counts as its target if that is inside the tree. */
  enum Kind {
    /** A regular file. */
    FILE,
    /** A folder that is not a link. */
    FOLDER,
    /**
     * A folder whose name is not UTF-8. It cannot be opened; only the list of its parent has it.
     */
    UNNAMED_FOLDER,
    /** A file whose name is not UTF-8. It cannot be opened either. */
    UNNAMED_FILE,
    /** A link to a folder, which is not entered. */
    LINKED_FOLDER,
    /** A link that leads nowhere or out of the tree. */
    BAD_LINK,
    /** Anything else, for example a pipe, a socket or a device. */
    OTHER
  }

  /**
   * One entry of a folder.
   *
   * @param name the last part of its path; each byte that is not UTF-8 is written as {@code \xE4}
   */
  record Entry(String name, Kind kind) {}

  /**
   * The content of a file that was read.
   *
   * @param size in bytes
   * @param bytes all bytes, or none when there are more than the limit
   */
  record Content(long size, byte[] bytes) {}

  /** Returns the entries of a folder, sorted by name; empty when there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  /** Returns the kind of the entry at {@code path}; empty when there is none. */
  Optional<Kind> kind(String path) throws IOException;

  /**
   * Returns the path of an entry with all links on the way followed; empty when there is none, or a
   * link leads nowhere or out of the tree.
   */
  Optional<String> real(String path) throws IOException;

  /** Returns why the content of a file is unknown; empty when it is known. */
  default Optional<String> unreadable(String path) throws IOException {
    return Optional.empty();
  }

  /** Reads a file of at most {@code limit} bytes. For a larger file, only the size is returned. */
  Content read(String path, int limit) throws IOException;

  /**
   * Returns the entries of a folder that either tree has, sorted by name, with their kinds in this
   * tree.
   */
  default List<Entry> union(String folder, FileTree one, FileTree other) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    one.list(folder).forEach(entry -> names.add(entry.name()));
    other.list(folder).forEach(entry -> names.add(entry.name()));
    List<Entry> entries = new ArrayList<>();
    for (String name : names) {
      kind(join(folder, name)).ifPresent(kind -> entries.add(new Entry(name, kind)));
    }
    return entries;
  }

  /** Returns the path of {@code name} in {@code folder}. */
  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** Returns the folder of {@code path}; for the root it is the root itself. */
  static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Returns the last name of {@code path}. */
  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
