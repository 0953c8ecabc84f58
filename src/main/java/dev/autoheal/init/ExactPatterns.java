package dev.autoheal.init;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.FilePatterns.Line;
import dev.autoheal.policy.read.PolicyValues;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates patterns that match one file each. A character that a pattern cannot hold becomes a
 * {@code ?}.
 */
final class ExactPatterns {
  private final String folder;
  private final Collection<String> paths;
  private final Map<String, Long> twins;

  /**
   * Creates patterns for one policy.
   *
   * @param folder the folder of the policy
   * @param paths all files that a pattern could match, relative to the repository root
   */
  public ExactPatterns(String folder, Collection<String> paths) {
    this.folder = folder;
    this.paths = List.copyOf(paths);
    this.twins =
        paths.stream()
            .map(ExactPatterns::inAnyCase)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * Returns the pattern that matches a file below the policy and no other; empty when there is
   * none.
   */
  public Optional<String> of(String path) {
    String pattern = pattern(folder.isEmpty() ? path : path.substring(folder.length() + 1));
    return PolicyValues.pattern(pattern).filter(line -> isAlone(path, line)).map(line -> pattern);
  }

  private boolean isAlone(String path, Line line) {
    if (line.glob().isExact()) {
      return twins.getOrDefault(inAnyCase(path), 0L) < 2;
    }
    FilePatterns globs = FilePatterns.of(folder, List.of(line));
    return globs.matches(path)
        && paths.stream().filter(other -> !other.equals(path)).noneMatch(globs::matches);
  }

  /** Lowers the file name in a path, because patterns ignore the letter case of file names. */
  private static String inAnyCase(String path) {
    return FileTree.join(FileTree.folderOf(path), FileTree.nameOf(path).toLowerCase(Locale.ROOT));
  }

  private static String pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    path.codePoints()
        .map(c -> isPlain(c, pattern.length()) ? c : '?')
        .forEach(pattern::appendCodePoint);
    return pattern.toString();
  }

  /**
   * Returns whether a character can be used as it is. A colon may follow a drive letter, and a
   * {@code !} at the start would exclude.
   */
  private static boolean isPlain(int codePoint, int at) {
    return YamlScalar.takes(codePoint)
        && "*?[]{}\\".indexOf(codePoint) < 0
        && !(codePoint == ':' && at == 1)
        && !(codePoint == '!' && at == 0);
  }
}
