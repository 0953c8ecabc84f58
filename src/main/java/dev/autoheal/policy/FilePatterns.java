package dev.autoheal.policy;

import dev.autoheal.files.FileTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The set of files that a list of patterns names. A file belongs to it when a pattern matches it
 * and no pattern with {@code !} does. The order of the list does not matter. Patterns are relative
 * to the folder of the policy that states them; all paths here are relative to the repository root.
 * A match takes at most time proportional to the length of the patterns times the length of the
 * path.
 */
public final class FilePatterns {
  /** The patterns that match no file. */
  static final FilePatterns NONE = new FilePatterns(new String[0], List.of(), List.of());

  /**
   * An entry of a list of patterns.
   *
   * @param glob the pattern without its {@code !}
   * @param excludes whether the entry starts with {@code !}
   */
  public record Line(Glob glob, boolean excludes) {}

  private final String[] folder;
  private final List<Glob> included;
  private final List<Glob> excluded;

  private FilePatterns(String[] folder, List<Glob> included, List<Glob> excluded) {
    this.folder = folder;
    this.included = included;
    this.excluded = excluded;
  }

  /** Creates the patterns of a policy in {@code folder}; the empty text is the repository root. */
  public static FilePatterns of(String folder, List<Line> lines) {
    return new FilePatterns(
        folder.isEmpty() ? new String[0] : split(folder),
        lines.stream().filter(line -> !line.excludes()).map(Line::glob).toList(),
        lines.stream().filter(Line::excludes).map(Line::glob).toList());
  }

  /** Returns whether {@code path} is one of the files. */
  public boolean matches(String path) {
    return matches(split(path));
  }

  /** Returns whether {@code path} is one of the files and a pattern without a wildcard names it. */
  public boolean namesExactly(String path) {
    String[] names = split(path);
    int below = below(names);
    return below >= 0
        && included.stream().anyMatch(glob -> glob.isExact() && glob.matches(names, below))
        && !matches(excluded, names, below);
  }

  /**
   * Returns whether {@code path} is one of the files and a pattern whose last name has no wildcard
   * matches it.
   */
  public boolean namesFile(String path) {
    String[] names = split(path);
    int below = below(names);
    return below >= 0
        && included.stream().anyMatch(glob -> glob.isExactFile() && glob.matches(names, below))
        && !matches(excluded, names, below);
  }

  /**
   * Finds the first pattern that matches the file, whether or not a pattern with {@code !} excludes
   * it. The result is empty when no pattern matches.
   */
  public Optional<String> patternFor(String path) {
    return first(included, path);
  }

  /**
   * Finds the first pattern with {@code !} that matches the file. The result has no {@code !} and
   * is empty when no such pattern matches.
   */
  public Optional<String> exclusionFor(String path) {
    return first(excluded, path);
  }

  private Optional<String> first(List<Glob> globs, String path) {
    String[] names = split(path);
    int below = below(names);
    return globs.stream()
        .filter(glob -> below >= 0 && glob.matches(names, below))
        .map(Glob::pattern)
        .findFirst();
  }

  /** Splits a path at each slash into its folders and its last name. */
  static String[] split(String path) {
    return path.split("/", -1);
  }

  /**
   * Does the same as {@link #matches(String)} for a path that is already split. A caller that tests
   * one path against many lists splits it once.
   */
  boolean matches(String[] names) {
    int below = below(names);
    return below >= 0 && matches(included, names, below) && !matches(excluded, names, below);
  }

  /**
   * Returns the files that patterns without a wildcard name, except excluded ones. The paths have
   * the spelling and the order of the policy, without duplicates.
   */
  public List<String> exactPaths() {
    return included.stream()
        .filter(Glob::isExact)
        .map(glob -> FileTree.join(String.join("/", folder), glob.pattern()))
        .filter(this::matches)
        .distinct()
        .toList();
  }

  /**
   * Returns one folder name for each pattern that does not exclude. A file that such a pattern
   * matches has a folder of that name in its path. The result is empty when a pattern names no
   * folder.
   */
  Optional<List<String>> folders() {
    List<String> folders = included.stream().flatMap(glob -> glob.folder().stream()).toList();
    return folders.size() == included.size() ? Optional.of(folders) : Optional.empty();
  }

  /** Returns the patterns that do not exclude, in the order of the policy. */
  public List<Glob> included() {
    return included;
  }

  /** Returns whether {@code other} also has each pattern with {@code !} of this list. */
  public boolean excludesNoMoreThan(FilePatterns other) {
    return other.excluded.containsAll(excluded);
  }

  private static boolean matches(List<Glob> globs, String[] names, int below) {
    for (Glob glob : globs) {
      if (glob.matches(names, below)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of names in the folder of the policy; -1 for a path outside it. */
  private int below(String[] names) {
    int length = folder.length;
    boolean inside = names.length > length && Arrays.equals(names, 0, length, folder, 0, length);
    return inside && !names[length].isEmpty() && !names[length].equals("..") ? length : -1;
  }
}
