package dev.autoheal.policy;

import dev.autoheal.files.FileTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files that a list of patterns names: what a pattern matches, unless one with {@code !} does
 * too, wherever that stands in the list. Patterns are relative to the folder of the policy that
 * states them; all paths here are relative to the repository root. Time is at most the length of
 * the patterns times the length of the path.
 */
public final class FilePatterns {
  /** No file. */
  static final FilePatterns NONE = new FilePatterns(new String[0], List.of(), List.of());

  /** One entry of a list: a pattern, with or without a {@code !}. */
  public record Line(Glob glob, boolean excludes) {}

  private final String[] folder;
  private final List<Glob> included;
  private final List<Glob> excluded;

  private FilePatterns(String[] folder, List<Glob> included, List<Glob> excluded) {
    this.folder = folder;
    this.included = included;
    this.excluded = excluded;
  }

  /** The patterns of a policy that lies in {@code folder}. */
  public static FilePatterns of(String folder, List<Line> lines) {
    return new FilePatterns(
        folder.isEmpty() ? new String[0] : split(folder),
        lines.stream().filter(line -> !line.excludes()).map(Line::glob).toList(),
        lines.stream().filter(Line::excludes).map(Line::glob).toList());
  }

  /** Whether {@code path} is one of the files. */
  public boolean matches(String path) {
    return matches(split(path));
  }

  /** Whether {@code path} is one of the files, and a pattern without a wildcard names it. */
  public boolean namesExactly(String path) {
    String[] names = split(path);
    int below = below(names);
    return below >= 0
        && included.stream().anyMatch(glob -> glob.isExact() && glob.matches(names, below))
        && !matches(excluded, names, below);
  }

  /** Whether a pattern whose last name has no wildcard matches {@code path}. */
  public boolean namesFile(String path) {
    String[] names = split(path);
    int below = below(names);
    return below >= 0
        && included.stream().anyMatch(glob -> glob.isExactFile() && glob.matches(names, below))
        && !matches(excluded, names, below);
  }

  /** The first pattern that names the file, whether or not one with {@code !} takes it out. */
  public Optional<String> patternFor(String path) {
    return first(included, path);
  }

  /** The first pattern with {@code !} that names the file, without it. */
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

  /** The folders and the name of a path. */
  static String[] split(String path) {
    return path.split("/", -1);
  }

  /** As {@link #matches(String)}, for who asks many lists about one path. */
  boolean matches(String[] names) {
    int below = below(names);
    return below >= 0 && matches(included, names, below) && !matches(excluded, names, below);
  }

  /** The files named without a wildcard, as the policy writes them, in its order. */
  public List<String> exactPaths() {
    return included.stream()
        .filter(Glob::isExact)
        .map(glob -> FileTree.join(String.join("/", folder), glob.pattern()))
        .filter(this::matches)
        .distinct()
        .toList();
  }

  /** A folder of each pattern that any file it matches lies in; empty when one names none. */
  Optional<List<String>> folders() {
    List<String> folders = included.stream().flatMap(glob -> glob.folder().stream()).toList();
    return folders.size() == included.size() ? Optional.of(folders) : Optional.empty();
  }

  /** The patterns without {@code !}. */
  public List<Glob> included() {
    return included;
  }

  /** Whether each of these patterns with {@code !} is one of {@code other} too. */
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

  /** How many names lead to the policy's folder; negative for a path that is not below it. */
  private int below(String[] names) {
    int length = folder.length;
    boolean inside = names.length > length && Arrays.equals(names, 0, length, folder, 0, length);
    return inside && !names[length].isEmpty() && !names[length].equals("..") ? length : -1;
  }
}
