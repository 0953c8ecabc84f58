package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.App;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the app in one folder, by the ways in which it is published.
 *
 * @param config the path of the web.config in the folder; empty when there is none
 * @param variants the ways of publishing that apply a transform, or that start from another file
 *     than the web.config; a web.config that is published unchanged is not among them
 * @param inputs the paths that were read or looked for to find the variants, in addition to the
 *     names of files in the folder itself
 */
public record AppFiles(Optional<String> config, List<Variant> variants, Set<String> inputs) {
  static final String CONFIG = "web.config";

  /** The file of Web Deploy that may replace values in a web.config. */
  static final String PARAMETERS = "Parameters.xml";

  static final String PROFILE = ".pubxml";
  static final String PROFILE_TRANSFORM = ".transform";
  static final List<String> PROFILE_FOLDERS =
      List.of(
          "Properties/PublishProfiles", "My Project/PublishProfiles", "App_Data/PublishProfiles");
  private static final List<String> PROJECTS =
      List.of(".csproj", ".vbproj", ".fsproj", ".wpp.targets");

  public AppFiles {
    variants = List.copyOf(variants);
  }

  /**
   * Returns the same app with the variants that a policy states in place of those that were found,
   * if it states any.
   *
   * @param apps returns the app of the policy that matches a path
   */
  AppFiles stated(Function<String, Optional<App>> apps, ProjectRoot root) throws IOException {
    Optional<List<List<String>>> chains =
        config.flatMap(apps).flatMap(app -> app.terms().transforms());
    if (chains.isEmpty()) {
      return this;
    }
    List<Variant> stated = new ArrayList<>();
    for (List<String> chain : chains.get()) {
      stated.add(stated(chain, config.orElseThrow(), root));
    }
    return new AppFiles(config, stated, inputs);
  }

  private static Variant stated(List<String> chain, String base, ProjectRoot root)
      throws IOException {
    String name = String.join(" + ", chain);
    List<String> paths = new ArrayList<>();
    for (String each : chain) {
      Optional<String> path = root.file(FileTree.join(FileTree.folderOf(base), each));
      if (path.isEmpty()) {
        return Variant.unresolved(name, base, each + " does not exist");
      }
      paths.add(path.get());
    }
    return Variant.of(name, base, paths);
  }

  /** Returns the variants that a file takes part in, as their base or as a transform. */
  public List<Variant> with(String path) {
    return variants.stream()
        .filter(each -> each.base().equals(path) || each.transforms().contains(path))
        .toList();
  }

  /** Returns whether the app depends on a file; for files outside of its folder only. */
  public boolean dependsOn(String path) {
    return Stream.concat(members().stream(), inputs.stream()).anyMatch(path::equalsIgnoreCase);
  }

  /** Returns the files that the variants are made of. */
  public Set<String> members() {
    return variants.stream()
        .flatMap(each -> Stream.concat(Stream.of(each.base()), each.transforms().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the folder of the app that a project or profile belongs to; empty for other files. */
  public static Optional<String> folderOf(String path) {
    String folder = FileTree.folderOf(path);
    String name = lower(path);
    if (isProject(name)) {
      return Optional.of(folder);
    }
    return PROFILE_FOLDERS.stream()
        .filter(place -> name.endsWith(PROFILE) || name.endsWith(PROFILE_TRANSFORM))
        .filter(place -> ("/" + lower(folder)).endsWith("/" + lower(place)))
        .map(place -> folder.substring(0, Math.max(0, folder.length() - place.length() - 1)))
        .findFirst();
  }

  /**
   * Returns the app of a folder in which nothing {@link #mayMatter}: its web.config is published as
   * it is.
   */
  static AppFiles untransformed(String folder, List<FileTree.Entry> entries) {
    return new AppFiles(
        config(folder, entries), List.of(), Set.of(FileTree.join(folder, PARAMETERS)));
  }

  /** Returns the path of the web.config among the entries of a folder, in any letter case. */
  static Optional<String> config(String folder, List<FileTree.Entry> entries) {
    for (FileTree.Entry entry : entries) {
      if (entry.kind() == FileTree.Kind.FILE && entry.name().equalsIgnoreCase(CONFIG)) {
        return Optional.of(FileTree.join(folder, entry.name()));
      }
    }
    return Optional.empty();
  }

  /** Returns whether an entry of a folder may change how the web.config there is published. */
  static boolean mayMatter(FileTree.Entry entry) {
    String name = lower(entry.name());
    return switch (entry.kind()) {
      case FILE ->
          isProject(name)
              || name.equalsIgnoreCase(PARAMETERS)
              || (!name.equals(CONFIG) && name.startsWith("web.") && name.endsWith(".config"));
      case FOLDER, LINKED_FOLDER -> isAboveProfiles(name);
      default -> true;
    };
  }

  /** Returns whether a folder may have publish profiles below it. */
  static boolean mayHaveProfiles(List<FileTree.Entry> entries) {
    return entries.stream().map(entry -> lower(entry.name())).anyMatch(AppFiles::isAboveProfiles);
  }

  private static boolean isAboveProfiles(String name) {
    for (String place : PROFILE_FOLDERS) {
      if (FileTree.folderOf(place).equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a file is a project by its name. */
  static boolean isProject(String name) {
    String lower = lower(name);
    for (String ending : PROJECTS) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
