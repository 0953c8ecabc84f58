package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.FilePatterns.Line;
import dev.autoheal.policy.Glob;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.text.InvisibleCodePoints;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a list of file patterns. The list is invalid as a whole when one of its patterns is.
 *
 * @param folder the folder of the policy, relative to the repository root
 */
record PatternsReader(String folder) implements ValueReader<FilePatterns> {
  /**
   * Reads a file pattern. A pattern is relative to the folder of the policy and separates folders
   * by {@code /}. Brackets and braces are refused, because other tools give them a meaning. Here a
   * pattern that has them would silently match nothing.
   */
  static final ScalarReader<Line> LINE =
      ScalarReader.of("a pattern", PatternsReader::line, PatternsReader::advice);

  private static final int MOST = 1000;
  private static final int LONGEST = 1000;

  /** The reasons to refuse a pattern; the first one that applies is reported. */
  private static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(String::isEmpty, "a pattern such as apps/*/web.config was expected"),
          new Refusal(
              text -> text.codePoints().anyMatch(InvisibleCodePoints::test),
              "which holds an invisible character: leave it out"),
          Refusal.of("\\\\", "folders are parted by /"),
          Refusal.of("^(?:/|[A-Za-z]:)", "a path relative to the policy's folder was expected"),
          Refusal.of("(?:^|/)\\.\\.(?:/|$)", "a pattern cannot leave the policy's folder"),
          Refusal.of("(?:^|/)\\.(?:/|$)", "leave ./ out"),
          Refusal.of("/$", "which names a folder: write it with ** at the end"),
          Refusal.of("//", "which has a folder without a name"),
          Refusal.of("[\\[\\]{}]", "brackets have no meaning here: write several patterns, or ?"),
          Refusal.of("[^/]\\*\\*|\\*\\*[^/]", "** stands alone between slashes: write *"));

  private record Refusal(Predicate<String> test, String advice) {
    static Refusal of(String regex, String advice) {
      return new Refusal(Pattern.compile(regex).asPredicate(), advice);
    }
  }

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

  private static Optional<Line> line(Scalar scalar) {
    return advice(scalar).isEmpty()
        ? Optional.of(new Line(Glob.of(pattern(scalar)), excludes(scalar)))
        : Optional.empty();
  }

  /** Returns the end of the message about a pattern that is refused; empty when it is not. */
  private static String advice(Scalar scalar) {
    if (scalar.type() != YamlNode.Type.TEXT) {
      return "a pattern was expected: put it in quotes";
    }
    if (scalar.text().codePointCount(0, scalar.text().length()) > LONGEST) {
      return "at most %d characters were expected".formatted(LONGEST);
    }
    return REFUSALS.stream()
        .filter(refusal -> refusal.test().test(pattern(scalar)))
        .map(Refusal::advice)
        .findFirst()
        .orElse("");
  }

  private static boolean excludes(Scalar scalar) {
    return scalar.text().startsWith("!");
  }

  private static String pattern(Scalar scalar) {
    return excludes(scalar) ? scalar.text().substring(1) : scalar.text();
  }
}
