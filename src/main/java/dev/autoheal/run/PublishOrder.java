package dev.autoheal.run;

import dev.autoheal.text.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The order in which publishing applies the transforms of a folder: that of the build
 * configuration, of the publish profile, of the environment, and last one that the profile names.
 * What a profile does not say, nor the project, is Release.
 */
final class PublishOrder {
  private static final String RELEASE = "release";
  private static final String DEBUG = "debug";
  private static final List<String> PROFILES =
      List.of("Properties/PublishProfiles", "My Project/PublishProfiles");
  private static final String PROFILE = ".pubxml";
  private static final List<String> PROJECTS = List.of(".csproj", ".vbproj", ".fsproj");

  private final Root root;
  private final String folder;

  private PublishOrder(Root root, String folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * The paths of the transforms that are applied before one that lies beside them, for each way of
   * publishing that is known. Without a profile that leads to it, a transform is that of a profile
   * or an environment, unless the project has a build configuration of that name.
   */
  static List<List<String>> before(Target transform) throws IOException {
    PublishOrder order = new PublishOrder(transform.root(), Tree.folderOf(transform.path()));
    return order.before(lower(Tree.nameOf(transform.path())));
  }

  /** The folder of which a file says something on publishing; empty for other files. */
  static Optional<String> folderOf(String path) {
    String name = lower(path);
    if (PROJECTS.stream().anyMatch(name::endsWith)) {
      return Optional.of(Tree.folderOf(path));
    }
    String folder = Tree.folderOf(path);
    return PROFILES.stream()
        .filter(place -> name.endsWith(PROFILE) && ("/" + folder).endsWith("/" + place))
        .map(place -> folder.substring(0, Math.max(0, folder.length() - place.length() - 1)))
        .findFirst();
  }

  private List<List<String>> before(String name) throws IOException {
    List<ProjectFile> projects = projects();
    List<List<String>> ways = new ArrayList<>();
    for (String place : PROFILES) {
      String profiles = Tree.join(folder, place);
      for (String profile : files(profiles).values()) {
        Optional<ProjectFile> read = read(profile, List.of(PROFILE));
        List<String> steps = read.map(says -> steps(profile, says, projects)).orElse(List.of());
        if (steps.contains(name)) {
          ways.add(steps.subList(0, steps.indexOf(name)));
        }
      }
    }
    if (ways.isEmpty()) {
      ways.add(isConfiguration(name, projects) ? List.of() : List.of(config(RELEASE)));
    }
    Map<String, String> there = files(folder);
    return ways.stream()
        .map(way -> way.stream().filter(there::containsKey).map(there::get).toList())
        .distinct()
        .toList();
  }

  private static List<String> steps(String path, ProjectFile profile, List<ProjectFile> projects) {
    String name = Tree.nameOf(path);
    Optional<String> configuration =
        profile.value("Configuration").or(() -> profile.value("LastUsedBuildConfiguration"));
    Optional<String> environment =
        Stream.concat(Stream.of(profile), projects.stream())
            .flatMap(says -> says.value("EnvironmentName").stream())
            .findFirst();
    return Stream.concat(
            Stream.concat(
                    Stream.of(
                        configuration.orElse(RELEASE),
                        name.substring(0, name.length() - PROFILE.length())),
                    environment.stream())
                .map(PublishOrder::config),
            profile.value("CustomTransformFileName").stream())
        .map(PublishOrder::lower)
        .distinct()
        .toList();
  }

  private static boolean isConfiguration(String name, List<ProjectFile> projects) {
    return Stream.concat(
            Stream.of(RELEASE, DEBUG), projects.stream().flatMap(ProjectFile::configurations))
        .anyMatch(configuration -> lower(config(configuration)).equals(name));
  }

  private List<ProjectFile> projects() throws IOException {
    List<ProjectFile> projects = new ArrayList<>();
    for (String path : files(folder).values()) {
      read(path, PROJECTS).ifPresent(projects::add);
    }
    return projects;
  }

  private Optional<ProjectFile> read(String path, List<String> suffixes) throws IOException {
    return suffixes.stream().anyMatch(lower(path)::endsWith)
        ? ProjectFile.read(Target.file(root, path))
        : Optional.empty();
  }

  /** The files right in a folder, by their name in lower case. */
  private Map<String, String> files(String of) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Tree.Entry entry : root.tree().list(of)) {
      if (entry.kind() == Tree.Kind.FILE) {
        files.putIfAbsent(lower(entry.name()), Tree.join(of, entry.name()));
      }
    }
    return files;
  }

  private static String config(String name) {
    return "web." + name + ".config";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
