package dev.autoheal.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The apps of a policy, indexed by the folders that their patterns name. A file is therefore
 * compared with few apps, however many apps there are.
 */
public final class AppIndex {
  private final List<App> apps;
  private final Map<String, List<Integer>> byFolder = new HashMap<>();

  /** The positions of the apps that have a pattern without a folder name. */
  private final List<Integer> others = new ArrayList<>();

  /** Indexes the apps; their order is kept, because the first app that matches a file wins. */
  public AppIndex(List<App> apps) {
    this.apps = List.copyOf(apps);
    for (int i = 0; i < apps.size(); i++) {
      add(i, apps.get(i).files());
    }
  }

  private void add(int app, FilePatterns files) {
    Optional<List<String>> folders = files.folders();
    if (folders.isEmpty()) {
      others.add(app);
    } else {
      for (String folder : folders.get()) {
        byFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(app);
      }
    }
  }

  /** Returns all apps in the order of the policy. */
  List<App> apps() {
    return apps;
  }

  /**
   * Finds the first app whose patterns match a path relative to the repository root; empty when no
   * app matches.
   */
  Optional<App> find(String path) {
    String[] names = FilePatterns.split(path);
    Collection<Integer> candidates = others;
    for (int i = 0; i < names.length - 1; i++) {
      List<Integer> more = byFolder.get(names[i]);
      if (more != null) {
        candidates = new TreeSet<>(candidates);
        candidates.addAll(more);
      }
    }
    for (int candidate : candidates) {
      App app = apps.get(candidate);
      if (app.files().matches(names)) {
        return Optional.of(app);
      }
    }
    return Optional.empty();
  }
}
