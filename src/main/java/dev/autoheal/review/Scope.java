package dev.autoheal.review;

import dev.autoheal.files.Tree;
import dev.autoheal.policy.Policy;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a range of commits bears on: the policies that it changes, the files that it touches, and
 * those that it leaves as they are while another file changes what they mean.
 */
final class Scope {
  private final Snapshot base;
  private final Snapshot head;
  private final SortedSet<String> paths;
  private final List<Pair> policies = new ArrayList<>();

  /**
   * Of the files that may differ.
   *
   * @param paths those of the base and those of the head
   */
  Scope(Snapshot base, Snapshot head, SortedSet<String> paths) {
    this.base = base;
    this.head = head;
    this.paths = paths;
  }

  /** The policies that differ, also those that only others build on; known after the files. */
  List<Pair> policies() {
    return policies;
  }

  /**
   * The files that differ, each beside what it was called before, and those that take from them.
   */
  List<Pair> touched() throws IOException {
    List<Pair> pairs = pairs(paths.stream().filter(Snapshot::isConfig).toList());
    including().forEach(path -> addUnlessThere(pairs, path));
    return pairs;
  }

  /** Those that differ, each beside what it was called before. */
  private List<Pair> pairs(Collection<String> of) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<SourceFile> gone = new ArrayList<>();
    List<SourceFile> came = new ArrayList<>();
    for (String path : of) {
      Optional<SourceFile> before = base.read(path);
      Optional<SourceFile> after = head.read(path);
      if (!isChanged(path, before, after)) {
        continue;
      }
      if (!head.holds(path)) {
        before.ifPresent(gone::add);
      } else if (before.isEmpty() && after.isPresent()) {
        came.add(after.get());
      } else {
        pairs.add(new Pair(before.map(SourceFile::path), Optional.of(path)));
      }
    }
    Map<String, String> renamed = Renames.between(gone, came);
    for (SourceFile file : came) {
      Optional<String> before = Optional.ofNullable(renamed.get(file.path()));
      pairs.add(new Pair(before, Optional.of(file.path())));
    }
    for (SourceFile file : gone) {
      if (!renamed.containsValue(file.path())) {
        pairs.add(new Pair(Optional.of(file.path()), Optional.empty()));
      }
    }
    return pairs;
  }

  private static void addUnlessThere(List<Pair> pairs, String path) {
    if (pairs.stream().noneMatch(pair -> pair.path().equals(path))) {
      pairs.add(Pair.of(path));
    }
  }

  /** Files whose section stands in one that differs. */
  private SortedSet<String> including() throws IOException {
    SortedSet<String> found = new TreeSet<>();
    for (String path : paths) {
      if (!Snapshot.isConfig(path) && endsWith(path, ".config") && isChanged(path)) {
        found.addAll(base.including(path));
        found.addAll(head.including(path));
      }
    }
    return found;
  }

  /** The transforms that do not differ while something does that is published with them. */
  List<Pair> published() throws IOException {
    SortedSet<String> folders = new TreeSet<>();
    for (String path : paths) {
      Optional<String> folder = Snapshot.publishedFolder(path);
      if (folder.isPresent() && isChanged(path)) {
        folders.add(folder.get());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (String folder : folders) {
      for (String path : head.transforms(folder)) {
        if (!paths.contains(path)) {
          pairs.add(Pair.of(path));
        }
      }
    }
    return pairs;
  }

  /** The files that do not differ while a policy does that governs them. */
  List<Pair> governed() throws IOException {
    SortedSet<String> candidates = candidates();
    if (candidates.isEmpty()) {
      return List.of();
    }
    SortedSet<String> configs = base.configs();
    for (String path : configs) {
      base.policyOf(path);
    }
    for (String path : candidates) {
      if (Snapshot.isPolicy(path)) {
        head.policyOf(path);
      }
    }
    candidates.removeIf(path -> !isPolicy(path));
    policies.addAll(pairs(candidates));
    List<Pair> pairs = new ArrayList<>();
    for (String path : configs) {
      if (!paths.contains(path) && head.holds(path) && isGoverned(path, candidates)) {
        pairs.add(Pair.of(path));
      }
    }
    return pairs;
  }

  private boolean isPolicy(String path) {
    return Snapshot.isPolicy(path) || base.isExtended(path) || head.isExtended(path);
  }

  private boolean isGoverned(String path, Set<String> changed) throws IOException {
    Optional<Policy> policy = base.policyOf(path);
    boolean isBuiltOn = policy.isPresent() && !Collections.disjoint(policy.get().files(), changed);
    return isBuiltOn || changed.stream().anyMatch(other -> isBelow(path, other));
  }

  private static boolean isBelow(String path, String policy) {
    String folder = Tree.folderOf(policy);
    return Snapshot.isPolicy(policy) && (folder.isEmpty() || path.startsWith(folder + "/"));
  }

  /** What differs and may be a policy, which cannot do without the key {@code version}. */
  private SortedSet<String> candidates() throws IOException {
    SortedSet<String> found = new TreeSet<>();
    for (String path : paths) {
      boolean isYaml = endsWith(path, ".yaml") || endsWith(path, ".yml");
      if (isYaml && !base.isPolicyNamed()) {
        Optional<SourceFile> before = base.read(path);
        Optional<SourceFile> after = head.read(path);
        boolean isPolicy = Snapshot.isPolicy(path) || hasVersion(before) || hasVersion(after);
        if (isPolicy && isChanged(path, before, after)) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private static boolean hasVersion(Optional<SourceFile> file) {
    return file.filter(present -> present.text().contains("version")).isPresent();
  }

  private static boolean endsWith(String path, String end) {
    return path.toLowerCase(Locale.ROOT).endsWith(end);
  }

  private boolean isChanged(String path) throws IOException {
    return isChanged(path, base.read(path), head.read(path));
  }

  private boolean isChanged(String path, Optional<SourceFile> before, Optional<SourceFile> after)
      throws IOException {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isPresent() || after.isPresent() || base.holds(path) != head.holds(path);
    }
    return !before.get().sameBytes(after.get());
  }
}
