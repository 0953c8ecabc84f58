package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which publishing applies the transforms of a folder. The transform of the build
 * configuration comes first, then those of the publish profile and the environment. The last one is
 * a custom transform that the profile names. A configuration that neither the profile nor the
 * project states is Release.
 *
 * @param files the paths of the files in the folder, by their name in lower case
 * @param profiles the names of the transforms that each profile applies, in order, whether or not
 *     the files exist
 * @param configurations the names of the transforms of build configurations
 */
public record TransformOrder(
    Map<String, String> files, List<List<String>> profiles, Set<String> configurations) {
  private static final String RELEASE = "release";
  private static final String DEBUG = "debug";
  private static final List<String> PROFILE_FOLDERS =
      List.of("Properties/PublishProfiles", "My Project/PublishProfiles");
  private static final String PROFILE = ".pubxml";
  private static final List<String> PROJECTS = List.of(".csproj", ".vbproj", ".fsproj");

  /**
   * The limit on ways of publishing: each may cost as much as one transform, and only a hostile
   * folder has more.
   */
  private static final int MOST_WAYS = 5;

  /** Reads the order from the projects and publish profiles of a folder. */
  static TransformOrder of(ProjectRoot root, String folder) throws IOException {
    List<FileTree.Entry> entries = root.tree().list(folder);
    Map<String, String> files = files(entries, folder);
    List<MsBuildFile> projects = new ArrayList<>();
    for (String path : files.values()) {
      if (PROJECTS.stream().anyMatch(lower(path)::endsWith)) {
        MsBuildFile.read(InputFile.file(root, path)).ifPresent(projects::add);
      }
    }
    List<List<String>> profiles = new ArrayList<>();
    for (String place : PROFILE_FOLDERS) {
      if (entries.stream().noneMatch(entry -> entry.name().equals(FileTree.folderOf(place)))) {
        continue;
      }
      String profileFolder = FileTree.join(folder, place);
      for (String path : files(root.tree().list(profileFolder), profileFolder).values()) {
        if (lower(path).endsWith(PROFILE)) {
          MsBuildFile.read(InputFile.file(root, path))
              .ifPresent(profile -> profiles.add(transforms(path, profile, projects)));
        }
      }
    }
    Set<String> configurations =
        Stream.concat(
                Stream.of(RELEASE, DEBUG), projects.stream().flatMap(MsBuildFile::configurations))
            .map(TransformOrder::config)
            .collect(Collectors.toUnmodifiableSet());
    return new TransformOrder(files, profiles, configurations);
  }

  /** Returns the files directly in a folder, by their name in lower case. */
  private static Map<String, String> files(List<FileTree.Entry> entries, String folder) {
    Map<String, String> files = new TreeMap<>();
    for (FileTree.Entry entry : entries) {
      if (entry.kind() == FileTree.Kind.FILE) {
        files.putIfAbsent(lower(entry.name()), FileTree.join(folder, entry.name()));
      }
    }
    return files;
  }

  private static List<String> transforms(
      String path, MsBuildFile profile, List<MsBuildFile> projects) {
    String name = FileTree.nameOf(path);
    Optional<String> configuration =
        profile.value("Configuration").or(() -> profile.value("LastUsedBuildConfiguration"));
    Optional<String> environment =
        Stream.concat(Stream.of(profile), projects.stream())
            .flatMap(file -> file.value("EnvironmentName").stream())
            .findFirst();
    return Stream.of(
            Optional.of(config(configuration.orElse(RELEASE))),
            Optional.of(config(name.substring(0, name.length() - PROFILE.length()))),
            environment.map(TransformOrder::config),
            profile.value("CustomTransformFileName").map(TransformOrder::lower))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /**
   * Returns the paths of the transforms that are applied before a given transform in the same
   * folder, for each known way of publishing. If no profile applies the transform, it belongs to a
   * build configuration that the project names. Otherwise it is treated as that of a profile or an
   * environment, after that of Release.
   */
  public List<List<String>> before(String transform) {
    String name = lower(FileTree.nameOf(transform));
    List<List<String>> ways =
        profiles.stream()
            .filter(profile -> profile.contains(name))
            .map(profile -> there(profile.subList(0, profile.indexOf(name))))
            .distinct()
            .limit(MOST_WAYS)
            .toList();
    if (!ways.isEmpty()) {
      return ways;
    }
    return List.of(configurations.contains(name) ? List.of() : there(List.of(config(RELEASE))));
  }

  private List<String> there(List<String> names) {
    return names.stream().filter(files::containsKey).map(files::get).toList();
  }

  /** Returns the folder whose publishing a project or profile affects; empty for other files. */
  public static Optional<String> folderOf(String path) {
    String name = lower(path);
    if (PROJECTS.stream().anyMatch(name::endsWith)) {
      return Optional.of(FileTree.folderOf(path));
    }
    String folder = FileTree.folderOf(path);
    return PROFILE_FOLDERS.stream()
        .filter(place -> name.endsWith(PROFILE) && ("/" + folder).endsWith("/" + place))
        .map(place -> folder.substring(0, Math.max(0, folder.length() - place.length() - 1)))
        .findFirst();
  }

  private static String config(String name) {
    return lower("web." + name + ".config");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
