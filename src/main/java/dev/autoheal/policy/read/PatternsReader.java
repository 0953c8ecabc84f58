package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.FilePatterns.Line;
import dev.autoheal.policy.Glob;
import dev.autoheal.policy.read.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of file patterns. The list is invalid as a whole when one of its patterns is.
 *
 * @param folder the folder of the policy, relative to the repository root
 */
record PatternsReader(String folder) implements ValueReader<FilePatterns> {
  private static final int MOST = 1000;
  private static final ValueReader<Line> LINE = ValueReader.of(new PatternReader());

  /** Returns the patterns that match every file below the folder. */
  Optional<FilePatterns> all() {
    return Optional.of(FilePatterns.of(folder, List.of(new Line(Glob.of("**"), false))));
  }

  @Override
  public Optional<FilePatterns> read(String name, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(name, node, "a list of patterns");
      return Optional.empty();
    }
    if (list.items().isEmpty()) {
      problems.add(list.span(), name + " is an empty list, at least one pattern was expected");
      return Optional.empty();
    }
    if (list.items().size() > MOST) {
      problems.add(list.span(), "%s has more than %d patterns".formatted(name, MOST));
      return Optional.empty();
    }
    List<Optional<Line>> lines =
        list.items().stream()
            .map(item -> LINE.read("a pattern of " + name, item, problems))
            .toList();
    List<Line> read = lines.stream().flatMap(Optional::stream).toList();
    if (read.size() < lines.size()) {
      return Optional.empty();
    }
    if (read.stream().allMatch(Line::excludes)) {
      problems.add(list.span(), name + " names no file: a pattern without ! was expected");
      return Optional.empty();
    }
    return Optional.of(FilePatterns.of(folder, read));
  }
}
