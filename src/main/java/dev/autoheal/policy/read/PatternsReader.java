package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.FilePatterns.Line;
import dev.autoheal.policy.Glob;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.policy.read.YamlNode.Sequence;
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
      new ScalarReader<>("a pattern", PatternsReader::line, PatternsReader::refusal);

  private static final int MOST = 1000;
  private static final ScalarReader<String> TEXT = ScalarReader.text("a pattern", 1000, true);

  /** The reasons to refuse a pattern; the first one that applies is reported. */
  private static final List<Form> REFUSED =
      List.of(
          Form.of("^$", "a pattern like apps/*/web.config", ""),
          Form.of("\\\\", "/ between folders", "use / instead of \\"),
          Form.of("^(?:/|[A-Za-z]:)", "a path relative to the policy", ""),
          Form.of("(?:^|/)\\.\\.(?:/|$)", "a path below the policy's folder", ""),
          Form.of("(?:^|/)\\.(?:/|$)", "a path without ./", "remove ./"),
          Form.of("/$", "a file pattern", "add ** at the end"),
          Form.of("//", "one / between folders", "remove the second"),
          Form.of("[\\[\\]{}]", "no brackets", "use several patterns"),
          Form.of("[^/]\\*\\*|\\*\\*[^/]", "** only as a whole folder name", "use *"));

  private record Form(Predicate<String> test, Refusal refusal) {
    static Form of(String regex, String expected, String fix) {
      return new Form(Pattern.compile(regex).asPredicate(), new Refusal(expected, fix));
    }
  }

  /** Returns the patterns that match every file below the folder. */
  Optional<FilePatterns> all() {
    return Optional.of(FilePatterns.of(folder, List.of(new Line(Glob.of("**"), false))));
  }

  @Override
  public Optional<FilePatterns> read(String name, YamlNode node, ProblemCollector problems) {
    if (!(node instanceof Sequence list)) {
      problems.wrongType(name, node, "a list");
      return Optional.empty();
    }
    if (list.items().isEmpty()) {
      problems.add(list.span(), Expected.message("at least one pattern", name, list.kind()));
      return Optional.empty();
    }
    if (list.items().size() > MOST) {
      problems.add(
          list.span(),
          Expected.message(
              "at most %d patterns".formatted(MOST), name, Integer.toString(list.items().size())));
      return Optional.empty();
    }
    List<Optional<Line>> lines =
        list.items().stream().map(item -> LINE.read("an item of " + name, item, problems)).toList();
    List<Line> read = lines.stream().flatMap(Optional::stream).toList();
    if (read.size() < lines.size()) {
      return Optional.empty();
    }
    if (read.stream().allMatch(Line::excludes)) {
      problems.add(
          list.span(), Expected.message("a pattern without !", name, "only patterns with !"));
      return Optional.empty();
    }
    return Optional.of(FilePatterns.of(folder, read));
  }

  private static Optional<Line> line(Scalar scalar) {
    return refusal("", scalar).isEmpty()
        ? Optional.of(new Line(Glob.of(pattern(scalar)), excludes(scalar)))
        : Optional.empty();
  }

  /** Returns the message about a pattern that is refused; empty when it is not. */
  private static String refusal(String name, Scalar scalar) {
    String ofText = TEXT.refusal().apply(name, scalar);
    return ofText.isEmpty()
        ? REFUSED.stream()
            .filter(form -> form.test().test(pattern(scalar)))
            .findFirst()
            .map(form -> form.refusal().message(name, scalar))
            .orElse("")
        : ofText;
  }

  private static boolean excludes(Scalar scalar) {
    return scalar.text().startsWith("!");
  }

  private static String pattern(Scalar scalar) {
    return excludes(scalar) ? scalar.text().substring(1) : scalar.text();
  }
}
