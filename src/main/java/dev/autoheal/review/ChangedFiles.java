package dev.autoheal.review;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.AppFiles;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the files that a range of commits affects. These are the policies that it changes and the
 * files that it changes. They also include unchanged files whose meaning another changed file
 * changes.
 */
final class ChangedFiles {
  private final Revision base;
  private final Revision tip;
  private final Revision head;
  private final SortedSet<String> paths;
  private final ReviewPolicies policies;
  private final List<FilePair> changedPolicies = new ArrayList<>();

  /**
   * Creates the search in the files that may differ.
   *
   * @param tip the revision that the changes are to be merged into
   * @param policies the policies of the files
   * @param paths the paths in the base and in the head that may differ
   */
  ChangedFiles(
      Revision base,
      Revision tip,
      Revision head,
      ReviewPolicies policies,
      SortedSet<String> paths) {
    this.base = base;
    this.tip = tip;
    this.head = head;
    this.policies = policies;
    this.paths = paths;
  }

  /**
   * Returns the policies that differ, including files that only other policies extend. The list is
   * empty until {@link #underChangedPolicies} was called.
   */
  List<FilePair> policies() {
    return changedPolicies;
  }

  /**
   * Returns the files that differ, each paired with its earlier path, and the files whose section
   * is in one of them.
   */
  List<FilePair> touched() throws IOException {
    List<FilePair> pairs = new ArrayList<>();
    for (FilePair pair : pairs(paths.stream().filter(Revision::isConfig).toList())) {
      if (isChecked(pair.before()) || isChecked(pair.after())) {
        pairs.add(pair);
      }
    }
    including().forEach(path -> addUnlessThere(pairs, path));
    return pairs;
  }

  private boolean isChecked(Optional<String> path) throws IOException {
    return path.isPresent()
        && (base.isChecked(path.get()) || tip.isChecked(path.get()) || head.isChecked(path.get()));
  }

  /** Returns the files that differ, each paired with its earlier path. */
  private List<FilePair> pairs(Collection<String> of) throws IOException {
    List<FilePair> pairs = new ArrayList<>();
    List<SourceFile> gone = new ArrayList<>();
    List<SourceFile> came = new ArrayList<>();
    Map<String, String> recased = recased(of);
    for (String path : of) {
      Optional<SourceFile> before = base.read(path);
      Optional<SourceFile> after = head.read(path);
      if (recased.containsValue(path) || !isChanged(path, before, after)) {
        continue;
      }
      Optional<String> then = base.holds(path) ? Optional.of(path) : Optional.empty();
      Optional<String> now = head.holds(path) ? Optional.of(path) : Optional.empty();
      if (recased.containsKey(path)) {
        pairs.add(new FilePair(Optional.of(recased.get(path)), now));
      } else if (now.isEmpty() && before.isPresent()) {
        gone.add(before.get());
      } else if (then.isEmpty() && after.isPresent()) {
        came.add(after.get());
      } else {
        pairs.add(new FilePair(then, now));
      }
    }
    Map<String, String> renamed = RenameDetector.between(gone, came);
    List<SourceFile> lost = new ArrayList<>();
    for (SourceFile file : gone) {
      if (isMatched(file.path())) {
        lost.add(file);
      }
    }
    for (SourceFile file : came) {
      Optional<String> before = Optional.ofNullable(renamed.get(file.path()));
      if (before.isEmpty() && !isMatched(file.path())) {
        before = RenameDetector.nearest(file, lost);
      }
      pairs.add(new FilePair(before, Optional.of(file.path())));
    }
    for (SourceFile file : gone) {
      if (!renamed.containsValue(file.path())) {
        pairs.add(new FilePair(Optional.of(file.path()), Optional.empty()));
      }
    }
    return pairs;
  }

  private boolean isMatched(String path) throws IOException {
    return tip.policyOf(path).flatMap(policy -> policy.appFor(path)).isPresent();
  }

  /**
   * Returns the earlier path of each file whose path changed in letter case alone. For Windows it
   * is the same file, whatever else changed.
   */
  private Map<String, String> recased(Collection<String> of) throws IOException {
    Map<String, String> gone = new HashMap<>();
    for (String path : of) {
      if (base.holds(path) && !head.holds(path)) {
        gone.put(path.toLowerCase(Locale.ROOT), path);
      }
    }
    Map<String, String> earlier = new HashMap<>();
    for (String path : of) {
      if (!gone.isEmpty() && !base.holds(path) && head.holds(path)) {
        String before = gone.remove(path.toLowerCase(Locale.ROOT));
        if (before != null) {
          earlier.put(path, before);
        }
      }
    }
    return earlier;
  }

  private static void addUnlessThere(List<FilePair> pairs, String path) {
    if (pairs.stream().noneMatch(pair -> pair.path().equals(path))) {
      pairs.add(FilePair.of(path));
    }
  }

  /** Returns the files whose section is in a file that differs. */
  private SortedSet<String> including() throws IOException {
    SortedSet<String> found = new TreeSet<>();
    for (String path : paths) {
      Set<String> holders = new TreeSet<>(base.including(path));
      holders.addAll(head.including(path));
      if (!holders.isEmpty() && isChanged(path)) {
        found.addAll(holders);
      }
    }
    return found;
  }

  /** Returns the folders of the apps that use a file that differs, in the base or in the head. */
  SortedSet<String> apps() throws IOException {
    SortedSet<String> folders = new TreeSet<>();
    for (String path : paths) {
      Set<String> its = new TreeSet<>();
      Revision.publishedFolder(path).ifPresent(its::add);
      for (String folder : folders(path)) {
        if (dependsOn(base, folder, path) || dependsOn(head, folder, path)) {
          its.add(folder);
        }
      }
      if (!its.isEmpty() && isChanged(path)) {
        for (String folder : its) {
          if (isChecked(Optional.of(FileTree.join(folder, "web.config")))) {
            folders.add(folder);
          }
        }
      }
    }
    return folders;
  }

  /** Returns the folders whose app may use a file: those around it, or any for a build file. */
  private Set<String> folders(String path) throws IOException {
    Set<String> folders = new TreeSet<>();
    String folder = path;
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      folders.add(folder);
    }
    if (endsWith(path, ".props") || endsWith(path, ".targets")) {
      for (String config : head.configs()) {
        folders.add(FileTree.folderOf(config));
      }
    }
    return folders;
  }

  private boolean dependsOn(Revision revision, String folder, String path) throws IOException {
    return revision.app(folder, policies.after(FilePair.of(path))).dependsOn(path);
  }

  /** Returns the files of an app of which a file differs. */
  List<FilePair> filesOf(String folder) throws IOException {
    Set<String> files = new TreeSet<>(head.transforms(folder));
    AppFiles app = head.app(folder, policies.after(FilePair.of(folder)));
    files.addAll(app.members());
    app.config().ifPresent(files::add);
    return files.stream().map(FilePair::of).toList();
  }

  /**
   * Returns the files that do not differ, but whose policy differs. It also collects the changed
   * {@link #policies}.
   */
  List<FilePair> underChangedPolicies() throws IOException {
    SortedSet<String> candidates = candidates();
    if (candidates.isEmpty()) {
      return List.of();
    }
    SortedSet<String> configs = base.configs();
    for (String path : configs) {
      base.policyOf(path);
    }
    for (String path : candidates) {
      if (Revision.isPolicy(path)) {
        head.policyOf(path);
      }
    }
    configs.addAll(head.named());
    candidates.removeIf(path -> !isPolicy(path));
    changedPolicies.addAll(pairs(candidates));
    List<FilePair> pairs = new ArrayList<>();
    for (String path : configs) {
      if (!paths.contains(path) && head.holds(path) && isAffected(path, candidates)) {
        Optional<String> then = base.holds(path) ? Optional.of(path) : Optional.empty();
        pairs.add(new FilePair(then, Optional.of(path)));
      }
    }
    return pairs;
  }

  private boolean isPolicy(String path) {
    return Revision.isPolicy(path) || base.isExtended(path) || head.isExtended(path);
  }

  private boolean isAffected(String path, Set<String> changed) throws IOException {
    Optional<Policy> policy = base.policyOf(path);
    boolean isBuiltOn = policy.isPresent() && !Collections.disjoint(policy.get().files(), changed);
    return isBuiltOn || changed.stream().anyMatch(other -> isBelow(path, other));
  }

  private static boolean isBelow(String path, String policy) {
    String folder = FileTree.folderOf(policy);
    return Revision.isPolicy(policy) && (folder.isEmpty() || path.startsWith(folder + "/"));
  }

  /**
   * Returns the files that differ and may be policies. Every policy needs the key {@code version}.
   */
  private SortedSet<String> candidates() throws IOException {
    SortedSet<String> found = new TreeSet<>();
    for (String path : paths) {
      boolean isYaml = endsWith(path, ".yaml") || endsWith(path, ".yml");
      if (isYaml && !base.isPolicyNamed()) {
        Optional<SourceFile> before = base.read(path);
        Optional<SourceFile> after = head.read(path);
        boolean isPolicy = Revision.isPolicy(path) || hasVersion(before) || hasVersion(after);
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

  /** Returns whether a file at a path may take part in what an app runs with. */
  static boolean isRelevant(String path) {
    return Stream.of(".config", ".yaml", ".yml").anyMatch(end -> endsWith(path, end))
        || Revision.publishedFolder(path).isPresent();
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
      return before.isPresent() || after.isPresent() || base.holds(path) || head.holds(path);
    }
    return !before.get().sameBytes(after.get());
  }
}
