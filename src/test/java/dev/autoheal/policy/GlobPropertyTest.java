package dev.autoheal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class GlobPropertyTest {
  @Property(tries = 3000)
  void agreesWithABruteForceMatcher(
      @ForAll("patterns") String pattern, @ForAll("paths") String path) {
    List<String> parts = Arrays.asList(pattern.split("/"));
    List<String> names = Arrays.asList(path.split("/"));
    assertThat(Glob.of(pattern).matches(path.split("/"), 0)).isEqualTo(tryAll(parts, names));
  }

  @Property
  void patternWithoutWildcardsMatchesItself(@ForAll("paths") String path) {
    assertThat(Glob.of(path).matches(path.split("/"), 0)).isTrue();
    assertThat(Glob.of(path).isExact()).isTrue();
  }

  @Property
  void takesAtMostPatternTimesTextSteps(
      @ForAll("units") String pattern, @ForAll("letters") String text) {
    AtomicInteger steps = new AtomicInteger();
    Wildcard.matches(
        pattern.length(),
        text.length(),
        part -> {
          steps.incrementAndGet();
          return pattern.charAt(part) == '*';
        },
        (part, unit) -> pattern.charAt(part) == text.charAt(unit));
    assertThat(steps.get()).isLessThanOrEqualTo((pattern.length() + 1) * (text.length() + 2));
  }

  @Example
  void matchesPathologicalPatternsQuickly() {
    String pattern = "*a".repeat(200) + "*b";
    String[] path = {"a".repeat(4000)};
    assertThat(Glob.of(pattern).matches(path, 0)).isFalse();
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> name =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just("**")),
            Tuple.of(
                3,
                Arbitraries.strings()
                    .withChars('a', 'B', '*', '?')
                    .ofMinLength(1)
                    .ofMaxLength(4)
                    .filter(text -> !text.contains("**"))));
    return name.list().ofMinSize(1).ofMaxSize(5).map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.strings()
        .withChars('a', 'A', 'B', 'b')
        .ofMinLength(1)
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.strings().withChars('a', 'b', '*').ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars('a', 'b').ofMaxLength(60);
  }

  /** Implements the definition literally, in exponential time. */
  private static boolean tryAll(List<String> parts, List<String> names) {
    if (parts.isEmpty() || names.isEmpty()) {
      return parts.isEmpty() && names.isEmpty();
    }
    List<String> rest = names.subList(1, names.size());
    if (parts.get(0).equals("**")) {
      List<String> after = parts.subList(1, parts.size());
      return tryAll(parts, rest) || (after.isEmpty() ? rest.isEmpty() : tryAll(after, names));
    }
    boolean isFile = rest.isEmpty();
    String part = isFile ? parts.get(0).toLowerCase(Locale.ROOT) : parts.get(0);
    String name = isFile ? names.get(0).toLowerCase(Locale.ROOT) : names.get(0);
    return tryName(part, name) && tryAll(parts.subList(1, parts.size()), rest);
  }

  private static boolean tryName(String part, String name) {
    if (part.isEmpty()) {
      return name.isEmpty();
    }
    String after = part.substring(1);
    if (part.charAt(0) == '*') {
      return tryName(after, name) || (!name.isEmpty() && tryName(part, name.substring(1)));
    }
    return !name.isEmpty()
        && (part.charAt(0) == '?' || part.charAt(0) == name.charAt(0))
        && tryName(after, name.substring(1));
  }
}
