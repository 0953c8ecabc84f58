package dev.autoheal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.policy.read.Policies;
import dev.autoheal.policy.read.PolicyReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares the index with a search through all apps. */
class AppIndexTest {
  private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "shop", "web.config");

  @Provide
  Arbitrary<List<String>> patterns() {
    Arbitrary<String> part =
        Arbitraries.frequencyOf(
            Tuple.of(3, NAMES), Tuple.of(2, Arbitraries.of("*", "**", "sh?p", "w*")));
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("/", parts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(all -> all.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", ")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> paths() {
    return NAMES.list().ofMinSize(1).ofMaxSize(4).map(names -> String.join("/", names));
  }

  @Property
  void findsTheFirstAppThatMatches(
      @ForAll("patterns") List<String> patterns, @ForAll("paths") String path) {
    StringBuilder yaml = new StringBuilder("version: 1\napps:\n");
    for (int i = 0; i < patterns.size(); i++) {
      yaml.append("  - { name: a%d, files: [%s] }\n".formatted(i, patterns.get(i)));
    }
    if (Policies.read(yaml.toString()) instanceof PolicyReader.Valid valid) {
      Policy policy = valid.policy();
      Optional<App> first =
          policy.apps().stream().filter(app -> app.files().matches(path)).findFirst();
      assertThat(policy.appFor(path)).isEqualTo(first);
    }
  }
}
