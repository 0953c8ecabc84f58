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
 * The order in which publishing applies the transforms of a folder: that of the build
 * configuration, of the publish profile, of the environment, and last one that the profile names.
 * What a profile does not say, nor the project, is Release.
 *
 * @param files the paths of the files in the folder, by their name in lower case
 * @param profiles the names of the transforms that each profile applies, whether they are there
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

  /** Each way costs what a transform may cost; more of them only a hostile folder has. */
  private static final int MOST_WAYS = 5;

  /** Reads what the project and the profiles of a folder say. */
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

  /** The files right in a folder, by their name in lower case. */
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
            .flatMap(says -> says.value("EnvironmentName").stream())
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
   * The paths of the transforms that are applied before one that lies beside them, for each way of
   * publishing that is known. Without a profile that leads to it, a transform is that of a profile
   * or an environment, unless the project has a build configuration of that name.
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

  /** The folder of which a file says something on publishing; empty for other files. */
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
