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
 * Names apps by their files. A name is that of the folder, preceded by as many parent folders as
 * make it unique. The name for a transform also has its environment. Transforms never change the
 * name for a web.config.
 */
final class AppNames {
  /** The name of the app in the root, because the root folder has another name on every machine. */
  private static final String ROOT = "app";

  private static final Comparator<String> ORDER =
      Comparator.comparing(AppNames::isTransform).thenComparing(Comparator.naturalOrder());

  /** The number of folder names that the app name for each folder has. */
  private final Map<String, Integer> depths = new TreeMap<>();

  private AppNames() {}

  /** Returns a name for each path; all names are different. */
  static Map<String, String> of(Collection<String> paths) {
    AppNames folders = new AppNames();
    folders.add(paths.stream().filter(path -> !isTransform(path)));
    folders.add(paths.stream());
    Set<String> taken = new HashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    paths.stream().sorted(ORDER).forEach(path -> names.put(path, free(folders.app(path), taken)));
    return names;
  }

  /** Adds the folders of files. Folders that were added before keep their names. */
  private void add(Stream<String> paths) {
    List<String> fresh =
        paths.map(FileTree::folderOf).distinct().filter(each -> !depths.containsKey(each)).toList();
    fresh.forEach(folder -> depths.put(folder, 1));
    while (deepen(fresh)) {}
  }

  /**
   * Adds one parent folder to each new name that another folder could also have, as far as there is
   * a parent folder.
   */
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

  /** Returns the name of a folder and all shorter names that were ambiguous. */
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

  /**
   * Returns the text between the dots of {@code Web.Production.config}, in lower case; empty for a
   * web.config.
   */
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
