package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.QuotedLine;
import dev.autoheal.text.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A map of which the keys are known; each key is then one line: its name and its reader. */
final class MappingReader {
  private final String what;
  private final Mapping map;
  private final ProblemCollector problems;
  private final Set<String> misspelt = new HashSet<>();

  private MappingReader(String what, Mapping map, ProblemCollector problems) {
    this.what = what;
    this.map = map;
    this.problems = problems;
  }

  /** The keys of {@code node}; empty when it is no map, which is then a problem. */
  static Optional<MappingReader> of(
      String what, YamlNode node, Collection<String> known, ProblemCollector problems) {
    if (node instanceof Mapping map) {
      return Optional.of(of(what, map, known, problems));
    }
    problems.wrongType(what, node, "a map");
    return Optional.empty();
  }

  /** The keys of {@code map}; unknown ones are problems. */
  static MappingReader of(
      String what, Mapping map, Collection<String> known, ProblemCollector problems) {
    MappingReader keys = new MappingReader(what, map, problems);
    keys.refuseUnknown(known);
    return keys;
  }

  private void refuseUnknown(Collection<String> known) {
    List<String> free = known.stream().filter(key -> !has(key)).toList();
    for (Entry entry : map.entries()) {
      String seen = entry.key().text();
      if (!known.contains(seen) && !problems.isFull()) {
        Optional<String> meant = KeySuggestion.to(seen, free);
        meant.ifPresent(misspelt::add);
        problems.add(
            entry.key().span(),
            "%s is no key of %s%s (known: %s)"
                .formatted(
                    QuotedLine.of(seen),
                    what,
                    meant.map(key -> ", did you mean " + key + "?").orElse(""),
                    String.join(", ", known)));
      }
    }
  }

  boolean has(String key) {
    return map.find(key).isPresent();
  }

  /** Where the whole map stands. */
  Span span() {
    return map.span();
  }

  /** A key and its value. */
  Optional<Entry> find(String key) {
    return map.find(key);
  }

  /** Where the value of a key stands that is there. */
  Span valueSpan(String key) {
    return map.find(key).orElseThrow().value().span();
  }

  /** Whether no key is there but those of {@code some}. */
  boolean hasOnly(Collection<String> some) {
    return map.entries().stream().allMatch(entry -> some.contains(entry.key().text()));
  }

  /** The value of a key; empty when it is absent, or when it is wrong, which is then a problem. */
  <T> Optional<T> read(String key, ValueReader<T> reader) {
    return map.find(key).flatMap(entry -> reader.read(key, entry.value(), problems));
  }

  /** As {@link #read}; an absent key is a problem, unless it is there in other letters. */
  <T> Optional<T> require(String key, String why, ValueReader<T> reader) {
    if (!has(key) && !misspelt.contains(key)) {
      problems.add(map.span(), "%s has no %s%s".formatted(what, key, why));
    }
    return read(key, reader);
  }
}
