package dev.autoheal.review;

import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds what a file that is new was called before: one that went and held the same, or else the one
 * that has most lines in common, if that are as many as git asks for.
 */
final class RenameDetector {
  /** Of the lines of the longer file. */
  private static final int PERCENT = 50;

  /** Every file that went is held against every one that came; of more than this, none. */
  private static final int MOST_PAIRS = 5000;

  private final List<Lines> gone;
  private final List<Lines> came;
  private final Map<String, String> earlier = new TreeMap<>();

  /** A file, and how often each line stands in it. */
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

    /** In percent of the longer file. */
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
   * The earlier path of each file that has one, by its later path.
   *
   * @param gone the files that went
   * @param came the files that are new
   */
  static Map<String, String> between(List<SourceFile> gone, List<SourceFile> came) {
    RenameDetector renames = new RenameDetector(gone, came);
    renames.takeSame();
    if ((long) renames.gone.size() * renames.came.size() <= MOST_PAIRS) {
      renames.takeSimilar();
    }
    return renames.earlier;
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
