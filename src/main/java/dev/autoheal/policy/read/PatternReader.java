package dev.autoheal.policy.read;

import dev.autoheal.policy.FilePatterns;
import dev.autoheal.policy.Glob;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.text.InvisibleCodePoints;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a file pattern. A pattern is relative to the folder of the policy and separates folders by
 * {@code /}. Brackets and braces are refused, because other tools give them a meaning. Here a
 * pattern that has them would silently match nothing.
 */
public final class PatternReader implements ScalarReader<FilePatterns.Line> {
  private record Refusal(Predicate<String> test, String advice) {
    static Refusal of(String regex, String advice) {
      return new Refusal(Pattern.compile(regex).asPredicate(), advice);
    }
  }

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

  @Override
  public String expected() {
    return "a pattern";
  }

  @Override
  public ScalarResult<FilePatterns.Line> read(Scalar scalar) {
    if (scalar.type() != YamlNode.Type.TEXT) {
      return ScalarResult.refused(scalar, "a pattern was expected: put it in quotes");
    }
    if (scalar.text().codePointCount(0, scalar.text().length()) > LONGEST) {
      return ScalarResult.refused(scalar, "at most %d characters were expected".formatted(LONGEST));
    }
    boolean excludes = scalar.text().startsWith("!");
    String pattern = excludes ? scalar.text().substring(1) : scalar.text();
    for (Refusal refusal : REFUSALS) {
      if (refusal.test().test(pattern)) {
        return ScalarResult.refused(scalar, refusal.advice());
      }
    }
    return ScalarResult.of(new FilePatterns.Line(Glob.of(pattern), excludes));
  }
}
