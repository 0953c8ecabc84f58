package dev.autoheal.git;

import dev.autoheal.files.DiskTree;
import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files of a work tree. Files that a sparse checkout leaves out are read from the index,
 * and so are files whose names are not UTF-8, which Java does not find on the disk. A submodule is
 * not entered, so that a review of a work tree and of its commit gives the same result.
 */
final class WorkingTree implements FileTree {
  /** A limit above the size of every checked file. */
  private static final int LIMIT = 1 << 26;

  private final DiskTree disk;
  private final ObjectTree index;
  private final Optional<Outdated> outdated;
  private final Set<String> leftOut = new HashSet<>();
  private final Set<String> submodules = new HashSet<>();

  /**
   * The files that were checked out before the attributes changed.
   *
   * @param base the tree under whose attributes they were checked out
   * @param edited the files that git reports as edited, also if only their attributes changed
   */
  record Outdated(FileTree base, Set<String> edited) {}

  /**
   * Creates the tree of a work tree.
   *
   * @param listing the output of {@code ls-files -s -t}
   * @param outdated the files that a checkout would now write differently; empty when attributes
   *     are as in the base
   */
  WorkingTree(DiskTree disk, ObjectTree index, String listing, Optional<Outdated> outdated) {
    this.disk = disk;
    this.index = index;
    this.outdated = outdated;
    for (String line : listing.split("\0", -1)) {
      String path = line.substring(line.indexOf('\t') + 1);
      if (line.startsWith("S ") || path.contains("\\x")) {
        for (String at = path; !at.isEmpty(); at = FileTree.folderOf(at)) {
          leftOut.add(at);
        }
      }
      if (line.startsWith("160000 ", 2)) {
        submodules.add(path);
      }
    }
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return union(folder, disk, index);
  }

  @Override
  public Optional<Kind> kind(String path) throws IOException {
    return isOfIndex(path) ? index.kind(path) : disk.kind(path);
  }

  @Override
  public Optional<String> real(String path) throws IOException {
    return isOfIndex(path) ? index.real(path) : disk.real(path);
  }

  @Override
  public Optional<String> unreadable(String path) throws IOException {
    return isReadFromIndex(path) ? index.unreadable(path) : Optional.empty();
  }

  @Override
  public Content read(String path, int limit) throws IOException {
    return isReadFromIndex(path) ? index.read(path, limit) : disk.read(path, limit);
  }

  private boolean isReadFromIndex(String path) throws IOException {
    if (isOfIndex(path)) {
      return true;
    }
    Optional<String> real = index.real(path);
    return outdated.isPresent()
        && real.isPresent()
        && real.equals(disk.real(path))
        && (!outdated.get().edited().contains(real.get()) || isAsInBase(path));
  }

  /** Returns whether a file still has the content that a checkout of the base wrote. */
  private boolean isAsInBase(String path) throws IOException {
    FileTree base = outdated.orElseThrow().base();
    return base.kind(path).equals(Optional.of(Kind.FILE))
        && Arrays.equals(base.read(path, LIMIT).bytes(), disk.read(path, LIMIT).bytes());
  }

  /** Returns whether only the index has the entry at a path. */
  private boolean isOfIndex(String path) throws IOException {
    for (String at = path; !submodules.isEmpty() && !at.isEmpty(); at = FileTree.folderOf(at)) {
      if (submodules.contains(at)) {
        return true;
      }
    }
    Optional<Kind> kind = leftOut.isEmpty() ? Optional.of(Kind.FILE) : disk.kind(path);
    boolean isLost = kind.isEmpty() || kind.get() == Kind.BAD_LINK;
    return isLost && index.real(path).filter(leftOut::contains).isPresent();
  }
}
