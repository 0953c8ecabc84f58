package dev.autoheal.run;

import dev.autoheal.policy.Draft;
import dev.autoheal.text.Tree;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of apps by their files: the folder's, with as many folders above as tell them apart. */
final class AppNames {
  /** The app in the root, whose folder is called differently on every machine. */
  private static final String ROOT = "app";

  private AppNames() {}

  /** A name for each path, no two the same. */
  static Map<String, String> of(Collection<String> paths) {
    Map<String, Integer> depths = new TreeMap<>();
    paths.forEach(path -> depths.put(path, 1));
    while (deepen(depths)) {}
    Set<String> taken = new HashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    depths.forEach((path, depth) -> names.put(path, free(name(path, depth), taken)));
    return names;
  }

  /** Gives names that stand twice one more folder, as far as they have one. */
  private static boolean deepen(Map<String, Integer> depths) {
    Map<String, Long> counts =
        depths.entrySet().stream()
            .map(each -> name(each.getKey(), each.getValue()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> ambiguous =
        depths.entrySet().stream()
            .filter(each -> each.getValue() < folders(each.getKey()).length)
            .filter(each -> counts.get(name(each.getKey(), each.getValue())) > 1)
            .map(Map.Entry::getKey)
            .toList();
    ambiguous.forEach(path -> depths.merge(path, 1, Integer::sum));
    return !ambiguous.isEmpty();
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static String name(String path, int depth) {
    String[] folders = folders(path);
    String joined =
        Arrays.stream(folders)
            .skip(Math.max(0, folders.length - depth))
            .collect(Collectors.joining("-"));
    return Draft.DraftApp.name(joined).orElse(ROOT);
  }

  private static String[] folders(String path) {
    return Tree.folderOf(path).split("/", -1);
  }
}
