package dev.autoheal.review;

import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the earlier path of new files. It takes a deleted file with the same content. Otherwise it
 * takes the deleted file with the most lines in common, if they reach the share that git requires.
 */
final class RenameDetector {
  /** The least share of common lines, in percent of the lines of the longer file. */
  private static final int PERCENT = 50;

  /**
   * The limit on comparisons: each deleted file is compared with each new one. Above the limit only
   * files with the same content match.
   */
  private static final int MOST_PAIRS = 5000;

  private final List<Lines> gone;
  private final List<Lines> came;
  private final Map<String, String> earlier = new TreeMap<>();

  /** A file with the number of times that each line occurs in it. */
  private record Lines(SourceFile file, Map<String, Integer> counts, int total) {
    static Lines of(SourceFile file) {
      List<String> lines = Arrays.stream(file.text().split("\\R", -1)).map(String::strip).toList();
      Map<String, Integer> counts = new HashMap<>();
      lines.forEach(line -> counts.merge(line, 1, Integer::sum));
      return new Lines(file, counts, lines.size());
    }

    boolean isAt(String path) {
      return file.path().equals(path);
    }

    boolean isRoleOf(Lines other) {
      return WebConfig.Role.of(file.path()) == WebConfig.Role.of(other.file.path());
    }

    /** Returns the common lines in percent of the longer file. */
    int inCommonWith(Lines other) {
      long common = 0;
      for (Map.Entry<String, Integer> line : counts.entrySet()) {
        common += Math.min(line.getValue(), other.counts.getOrDefault(line.getKey(), 0));
      }
      return (int) (common * 100 / Math.max(total, other.total));
    }
  }

  private RenameDetector(List<SourceFile> gone, List<SourceFile> came) {
    this.gone = new ArrayList<>(gone.stream().map(Lines::of).toList());
    this.came = new ArrayList<>(came.stream().map(Lines::of).toList());
  }

  /**
   * Returns the earlier path of each renamed file, by its later path. Only files of the same role
   * match: web.config files with each other, and transforms with each other.
   *
   * @param gone the deleted files
   * @param came the new files
   */
  static Map<String, String> between(List<SourceFile> gone, List<SourceFile> came) {
    RenameDetector renames = new RenameDetector(gone, came);
    renames.takeSame();
    if ((long) renames.gone.size() * renames.came.size() <= MOST_PAIRS) {
      renames.takeSimilar();
    }
    return renames.earlier;
  }

  /**
   * Returns the deleted file that has the most lines in common with a new one, however few; empty
   * if none has the same role.
   */
  static Optional<String> nearest(SourceFile came, List<SourceFile> gone) {
    Lines lines = Lines.of(came);
    return gone.stream()
        .map(Lines::of)
        .filter(lines::isRoleOf)
        .max(Comparator.comparingInt(lines::inCommonWith))
        .map(each -> each.file.path());
  }

  private void takeSame() {
    Map<String, Deque<Lines>> byText = new HashMap<>();
    gone.forEach(
        lines -> byText.computeIfAbsent(lines.file.text(), k -> new ArrayDeque<>()).add(lines));
    for (Lines file : List.copyOf(came)) {
      Deque<Lines> same = byText.getOrDefault(file.file.text(), new ArrayDeque<>());
      same.stream()
          .filter(file::isRoleOf)
          .findFirst()
          .ifPresent(
              found -> {
                same.remove(found);
                take(found, file);
              });
    }
  }

  private void takeSimilar() {
    for (Lines file : List.copyOf(came)) {
      Optional<Lines> best = Optional.empty();
      int most = PERCENT - 1;
      for (Lines candidate : gone) {
        int common = candidate.isRoleOf(file) ? candidate.inCommonWith(file) : 0;
        if (common > most) {
          best = Optional.of(candidate);
          most = common;
        }
      }
      best.ifPresent(found -> take(found, file));
    }
  }

  private void take(Lines before, Lines after) {
    gone.removeIf(lines -> lines.isAt(before.file.path()));
    came.removeIf(lines -> lines.isAt(after.file.path()));
    earlier.put(after.file.path(), before.file.path());
  }
}
