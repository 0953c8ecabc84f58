package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a map with a fixed set of keys, so that a caller needs one line for each key: its name and
 * its reader.
 */
final class MappingReader {
  private static final int MOST_LISTED = 4;

  /** Keys of apps that presets and defaults do not have. */
  private static final Set<String> ONLY_IN_APPS = Set.of("files", "presets");

  private final String what;
  private final Mapping map;
  private final ProblemCollector problems;
  private final Set<String> misspelled = new HashSet<>();

  private MappingReader(String what, Mapping map, ProblemCollector problems) {
    this.what = what;
    this.map = map;
    this.problems = problems;
  }

  /**
   * Creates a reader for {@code node}. The result is empty when the node is not a map, which is
   * then a problem.
   *
   * @param what the name of the map in messages
   * @param known the keys that the map may have; other keys are problems
   */
  static Optional<MappingReader> of(
      String what, YamlNode node, Collection<String> known, ProblemCollector problems) {
    if (node instanceof Mapping map) {
      return Optional.of(of(what, map, known, problems));
    }
    problems.wrongType(what, node, "a map");
    return Optional.empty();
  }

  /**
   * Creates a reader for {@code map}.
   *
   * @param what the name of the map in messages
   * @param known the keys that the map may have; other keys are problems
   */
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
        problems.add(entry.key().span(), unknown(seen, known, free));
      }
    }
  }

  private String unknown(String seen, Collection<String> known, List<String> free) {
    String key = Quoted.literal(seen);
    if (ONLY_IN_APPS.contains(seen)) {
      return "unexpected key %s in %s; move it to an app".formatted(key, what);
    }
    Optional<String> meant = KeySuggestion.to(seen, free);
    meant.ifPresent(misspelled::add);
    String fix = meant.map("did you mean '%s'?"::formatted).orElseGet(() -> proposal(known));
    return "unknown key %s in %s; %s".formatted(key, what, fix);
  }

  /** Lists the keys, or names the command that does when they are many. */
  private static String proposal(Collection<String> known) {
    return known.size() <= MOST_LISTED
        ? "use " + Expected.keys(known)
        : "see `autoheal schema policy`";
  }

  /** Returns whether the key is present, even if its value is invalid. */
  boolean has(String key) {
    return map.find(key).isPresent();
  }

  /** Returns the span of the whole map. */
  Span span() {
    return map.span();
  }

  /** Finds a key and its value; empty when the key is absent. */
  Optional<Entry> find(String key) {
    return map.find(key);
  }

  /** Returns the span of the value of a key, which must be present. */
  Span valueSpan(String key) {
    return map.find(key).orElseThrow().value().span();
  }

  /** Returns whether the map has no keys other than those of {@code some}. */
  boolean hasOnly(Collection<String> some) {
    return map.entries().stream().allMatch(entry -> some.contains(entry.key().text()));
  }

  /**
   * Reads the value of a key. The result is empty when the key is absent or its value is invalid;
   * an invalid value is a problem.
   */
  <T> Optional<T> read(String key, ValueReader<T> reader) {
    return map.find(key).flatMap(entry -> reader.read(Quoted.name(key), entry.value(), problems));
  }

  /**
   * Reads the value of a key as {@link #read} does. An absent key is a problem, unless a misspelled
   * key was reported for it.
   *
   * @param fix what to add, as an imperative
   */
  <T> Optional<T> require(String key, String fix, ValueReader<T> reader) {
    if (!has(key) && !misspelled.contains(key)) {
      problems.add(map.span(), "missing key '%s' in %s; %s".formatted(key, what, fix));
    }
    return read(key, reader);
  }
}
