package dev.autoheal.init;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.WebConfig;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of apps by their files: the folder's, with as many folders above as tell them apart, and of
 * a transform its environment besides. No transform changes the name of a web.config.
 */
final class AppNames {
  /** The app in the root, whose folder is called differently on every machine. */
  private static final String ROOT = "app";

  private static final Comparator<String> ORDER =
      Comparator.comparing(AppNames::isTransform).thenComparing(Comparator.naturalOrder());

  /** How many names of each folder stand in the name of an app. */
  private final Map<String, Integer> depths = new TreeMap<>();

  private AppNames() {}

  /** A name for each path, no two the same. */
  static Map<String, String> of(Collection<String> paths) {
    AppNames folders = new AppNames();
    folders.add(paths.stream().filter(path -> !isTransform(path)));
    folders.add(paths.stream());
    Set<String> taken = new HashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    paths.stream().sorted(ORDER).forEach(path -> names.put(path, free(folders.app(path), taken)));
    return names;
  }

  /** Adds the folders of files; those that are there already stay as they are. */
  private void add(Stream<String> paths) {
    List<String> fresh =
        paths.map(FileTree::folderOf).distinct().filter(each -> !depths.containsKey(each)).toList();
    fresh.forEach(folder -> depths.put(folder, 1));
    while (deepen(fresh)) {}
  }

  /** Gives names that would do for another folder too one more, as far as they have one. */
  private boolean deepen(List<String> fresh) {
    Map<String, Long> counts =
        depths.keySet().stream()
            .flatMap(this::names)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<String> ambiguous =
        fresh.stream()
            .filter(folder -> depths.get(folder) < folder.split("/", -1).length)
            .filter(folder -> counts.get(name(folder, depths.get(folder))) > 1)
            .toList();
    ambiguous.forEach(folder -> depths.merge(folder, 1, Integer::sum));
    return !ambiguous.isEmpty();
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private String app(String path) {
    String folder = FileTree.folderOf(path);
    String name = name(folder, depths.get(folder));
    Optional<String> environment = environment(path);
    return environment
        .map(own -> folder.isEmpty() ? own : name + "-" + own)
        .flatMap(PolicyDraft.DraftApp::name)
        .orElse(name);
  }

  /** The name of a folder, and those that were too short. */
  private Stream<String> names(String folder) {
    return IntStream.rangeClosed(1, depths.get(folder)).mapToObj(depth -> name(folder, depth));
  }

  private static String name(String folder, int depth) {
    String[] folders = folder.split("/", -1);
    String joined =
        Arrays.stream(folders)
            .skip(Math.max(0, folders.length - depth))
            .collect(Collectors.joining("-"));
    return PolicyDraft.DraftApp.name(joined).orElse(ROOT);
  }

  /** What stands between the dots of {@code Web.Production.config}, in small letters. */
  private static Optional<String> environment(String path) {
    String name = FileTree.nameOf(path).toLowerCase(Locale.ROOT);
    return Optional.of(path)
        .filter(AppNames::isTransform)
        .map(each -> name.substring("web.".length(), name.length() - ".config".length()))
        .filter(own -> !own.isEmpty());
  }

  private static boolean isTransform(String path) {
    return WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM;
  }
}
