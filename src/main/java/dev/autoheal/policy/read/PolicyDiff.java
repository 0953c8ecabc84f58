package dev.autoheal.policy.read;

import dev.autoheal.policy.read.YamlNode.Entry;
import dev.autoheal.policy.read.YamlNode.Mapping;
import dev.autoheal.policy.read.YamlNode.Scalar;
import dev.autoheal.policy.read.YamlNode.Sequence;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares two versions of a policy file, key by key as they are written. Comments, quotes and the
 * order of keys do not count.
 */
public final class PolicyDiff {
  /** The length above which a shown text is cut, in UTF-16 units. */
  private static final int LONGEST = 200;

  /** The keys that identify an item of a list. The first key of each group must be present. */
  private static final List<List<String>> IDENTITIES =
      List.of(
          List.of("name"), List.of("rule", "files"), List.of("status", "subStatus", "win32Status"));

  /** The keys of an app that say what counts as a finding. */
  private static final Set<String> TERMS = Set.of("limits", "placeholders", "rules", "transforms");

  private final ProblemCollector before;
  private final ProblemCollector after;
  private final List<KeyChange> changes = new ArrayList<>();

  /**
   * A key that was added, removed or changed.
   *
   * @param keys the path of the key from the top; an item of a list appears by its name or its
   *     other identifying values
   * @param before the earlier value as written, in one line and cut when it is long; empty when the
   *     key was added
   * @param after the later value in the same form; empty when the key was removed
   * @param place the location in the later version; for a removed key the start of the map or list
   *     that no longer has it
   */
  public record KeyChange(
      List<String> keys, Optional<String> before, Optional<String> after, Location place) {
    /** Returns the part of a policy that the key belongs to. */
    public Subject subject() {
      return switch (keys.get(0)) {
        case "version" -> Subject.REQUIRED;
        case "rules", "exceptions", "exclude" -> Subject.TERMS;
        case "defaults" -> subject(1);
        default -> subject(2);
      };
    }

    private Subject subject(int level) {
      if (keys.size() <= level) {
        return Subject.BOTH;
      }
      return TERMS.contains(keys.get(level)) ? Subject.TERMS : Subject.REQUIRED;
    }
  }

  /** The part of a policy that a key belongs to. */
  public enum Subject {
    /** The key says what the policy requires of sections. */
    REQUIRED,
    /** The key says what counts as a finding: limits, severities, exceptions and exclusions. */
    TERMS,
    /** The key belongs to both, for example a whole app or an extended file. */
    BOTH
  }

  private PolicyDiff(SourceFile before, SourceFile after) {
    this.before = new ProblemCollector(before);
    this.after = new ProblemCollector(after);
  }

  /**
   * Returns the changes in the order of the later version. The keys removed from a map or list come
   * after its changed and added ones.
   *
   * @return the changes; none also when one of the versions is not a readable policy: a valid YAML
   *     document with a map
   */
  public static List<KeyChange> between(SourceFile before, SourceFile after) {
    PolicyDiff versions = new PolicyDiff(before, after);
    Optional<YamlNode> earlier = YamlReader.read(before, versions.before);
    Optional<YamlNode> later = YamlReader.read(after, versions.after);
    boolean isReadable = versions.before.isEmpty() && versions.after.isEmpty();
    if (isReadable && isMap(earlier) && isMap(later)) {
      versions.compare(List.of(), earlier.get(), later.get());
    }
    return List.copyOf(versions.changes);
  }

  private static boolean isMap(Optional<YamlNode> root) {
    return root.filter(Mapping.class::isInstance).isPresent();
  }

  private void compare(List<String> keys, YamlNode earlier, YamlNode later) {
    Optional<Map<String, YamlNode>> from = children(earlier);
    Optional<Map<String, YamlNode>> to = children(later);
    if (from.isPresent() && to.isPresent()) {
      compareAll(keys, from.get(), to.get(), later.span());
      if (earlier instanceof Sequence && isByName(later)) {
        compareOrder(keys, from.get(), to.get(), later.span());
      }
    } else if (!text(earlier).equals(text(later))) {
      add(keys, Optional.of(text(earlier)), Optional.of(text(later)), later.span());
    }
  }

  private void compareAll(
      List<String> keys, Map<String, YamlNode> from, Map<String, YamlNode> to, Span place) {
    to.forEach(
        (key, value) -> {
          if (from.containsKey(key)) {
            compare(below(keys, key), from.get(key), value);
          } else {
            add(below(keys, key), Optional.empty(), Optional.of(text(value)), value.span());
          }
        });
    from.forEach(
        (key, value) -> {
          if (!to.containsKey(key)) {
            add(
                below(keys, key),
                Optional.of(text(value)),
                Optional.empty(),
                Span.at(place.start()));
          }
        });
  }

  /** Compares the order of apps, which matters because the first app that matches a file wins. */
  private void compareOrder(
      List<String> keys, Map<String, YamlNode> from, Map<String, YamlNode> to, Span place) {
    List<String> earlier = from.keySet().stream().filter(to::containsKey).toList();
    List<String> later = to.keySet().stream().filter(from::containsKey).toList();
    if (!earlier.equals(later)) {
      add(keys, Optional.of(list(earlier)), Optional.of(list(later)), Span.at(place.start()));
    }
  }

  private void add(
      List<String> keys, Optional<String> earlier, Optional<String> later, Span place) {
    changes.add(
        new KeyChange(
            keys, earlier.map(PolicyDiff::cut), later.map(PolicyDiff::cut), after.locate(place)));
  }

  private static List<String> below(List<String> keys, String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return List.copyOf(longer);
  }

  /**
   * Returns the children of a node by the text that identifies them. The result is empty for a
   * text, an empty list and a list with an item that has no identity.
   */
  private static Optional<Map<String, YamlNode>> children(YamlNode node) {
    Map<String, YamlNode> children = new LinkedHashMap<>();
    if (node instanceof Mapping map) {
      map.entries().forEach(entry -> children.put(entry.key().text(), entry.value()));
      return Optional.of(children);
    }
    if (node instanceof Sequence list) {
      Map<String, Integer> seen = new HashMap<>();
      for (YamlNode item : list.items()) {
        Optional<String> identity = identity(item);
        if (identity.isEmpty()) {
          return Optional.empty();
        }
        int number = seen.merge(identity.get(), 1, Integer::sum);
        children.put(identity.get() + (number == 1 ? "" : " (%d)".formatted(number)), item);
      }
      return Optional.of(children).filter(found -> !found.isEmpty());
    }
    return Optional.empty();
  }

  private static Optional<String> identity(YamlNode item) {
    return item instanceof Mapping map
        ? IDENTITIES.stream()
            .filter(names -> map.find(names.get(0)).isPresent())
            .findFirst()
            .map(names -> identity(map, names))
        : Optional.empty();
  }

  private static String identity(Mapping map, List<String> names) {
    return names.stream()
        .flatMap(name -> map.find(name).stream())
        .map(entry -> cut(text(entry.value())))
        .collect(Collectors.joining(" "));
  }

  private static boolean isByName(YamlNode node) {
    return node instanceof Sequence list
        && list.items().get(0) instanceof Mapping map
        && map.find("name").isPresent();
  }

  private static String text(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof Sequence list) {
      return list(list.items().stream().map(PolicyDiff::text).toList());
    }
    return node instanceof Mapping map
        ? map.entries().stream().map(PolicyDiff::text).collect(Collectors.joining(", ", "{ ", " }"))
        : "";
  }

  private static String text(Entry entry) {
    return entry.key().text() + ": " + text(entry.value());
  }

  private static String list(List<String> texts) {
    return String.join(", ", texts).transform(all -> "[" + all + "]");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
