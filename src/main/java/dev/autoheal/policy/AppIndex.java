package dev.autoheal.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The apps of a policy by the folders that their patterns name, so that a file is held against few
 * of them however many there are.
 */
public final class AppIndex {
  private final List<App> apps;
  private final Map<String, List<Integer>> byFolder = new HashMap<>();

  /** Those with a pattern that names no folder. */
  private final List<Integer> others = new ArrayList<>();

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

  /** In the order of the policy. */
  List<App> apps() {
    return apps;
  }

  /** The first app whose patterns match. */
  Optional<App> find(String path) {
    String[] names = FilePatterns.split(path);
    TreeSet<Integer> candidates = new TreeSet<>(others);
    for (int i = 0; i < names.length - 1; i++) {
      candidates.addAll(byFolder.getOrDefault(names[i], List.of()));
    }
    return candidates.stream().map(apps::get).filter(app -> app.files().matches(names)).findFirst();
  }
}
