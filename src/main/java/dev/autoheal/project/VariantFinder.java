package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the ways in which the app of a folder is published. Publishing applies the transform of the
 * build configuration first, then those of the publish profile and of the environment, then one
 * next to the profile, and finally a custom one. A transform that no profile applies is published
 * after that of the configuration Release.
 */
final class VariantFinder {
  private static final String RELEASE = "release";
  private static final String DEBUG = "debug";

  /** The properties that switch transforms off, each with the value that leaves them on. */
  private static final Map<String, Predicate<String>> SWITCHES =
      Map.of(
          "IsTransformWebConfigDisabled", value -> !value.equalsIgnoreCase("true"),
          "IsWebConfigTransformDisabled", value -> !value.equalsIgnoreCase("true"),
          "TransformWebConfigEnabled", VariantFinder::isTrueOrUnset,
          "PublishIISAssets", VariantFinder::isTrueOrUnset,
          "RunXdt", VariantFinder::isTrueOrUnset);

  /** The limit on variants: each may cost as much as one transform. */
  private static final int MOST = 32;

  private final ProjectRoot root;
  private final String folder;
  private final ProjectReader reader;
  private final MsBuildProperties project;
  private final Map<String, String> files;
  private final Set<String> inputs = new TreeSet<>();
  private final List<Variant> variants = new ArrayList<>();

  /** The names of the transforms that a profile applies, or would if they were not switched off. */
  private final Set<String> used = new HashSet<>();

  /** The path of a transform that does not exist yet, or an empty text. */
  private String missing = "";

  private VariantFinder(ProjectRoot root, String folder, BuildFiles above) throws IOException {
    this.root = root;
    this.folder = folder;
    this.project = new MsBuildProperties(root, folder);
    this.reader = new ProjectReader(root, folder, project, above);
    this.files = reader.files(folder);
  }

  /** Finds the app of a folder; it has no variants if nothing is transformed. */
  static AppFiles find(ProjectRoot root, String folder, BuildFiles above) throws IOException {
    return new VariantFinder(root, folder, above).find();
  }

  /** Finds the app in the folder of a transform that does not exist yet, as if it did. */
  static AppFiles findWith(InputFile missing, BuildFiles above) throws IOException {
    VariantFinder finder =
        new VariantFinder(missing.root(), FileTree.folderOf(missing.path()), above);
    finder.files.put(lower(FileTree.nameOf(missing.path())), missing.path());
    finder.missing = missing.path();
    return finder.find();
  }

  private AppFiles find() throws IOException {
    reader.read(files);
    Set<String> configurations =
        Stream.concat(Stream.of(RELEASE, DEBUG), project.configurations())
            .map(AppFiles::lower)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String base = files.get(AppFiles.CONFIG);
    if (base != null) {
      addObstacles("the build", base, project.obstacles());
      addProfiles(base);
      addBuildWithoutProfile(base);
      if (!isOff(project)) {
        addUnused(base, configurations);
      }
    }
    for (XmlElement task : project.tasks()) {
      addTask(task, configurations);
    }
    inputs.addAll(project.inputs());
    return new AppFiles(Optional.ofNullable(base), variants, inputs);
  }

  private static boolean isTrueOrUnset(String value) {
    return value.isEmpty() || value.equalsIgnoreCase("true");
  }

  /** Returns whether transforms are switched off, as far as the last values say. */
  private static boolean isOff(MsBuildProperties properties) {
    return SWITCHES.entrySet().stream()
        .anyMatch(each -> properties.values(each.getKey()).stream().noneMatch(each.getValue()));
  }

  private void addProfiles(String base) throws IOException {
    for (String place : reader.profileFolders()) {
      Map<String, String> siblings = reader.files(place);
      for (Map.Entry<String, String> file : siblings.entrySet()) {
        if (file.getKey().endsWith(AppFiles.PROFILE)) {
          addProfile(file.getValue(), base, siblings);
        }
      }
    }
  }

  private void addProfile(String path, String base, Map<String, String> siblings)
      throws IOException {
    String file = FileTree.nameOf(path);
    String profile = file.substring(0, file.length() - AppFiles.PROFILE.length());
    String name = "profile " + profile;
    MsBuildProperties properties = project.copy();
    if (!properties.add(path)) {
      properties.addObstacle("cannot read " + path);
    }
    Optional<String> user = root.file(path + ".user");
    if (user.isPresent()) {
      properties.add(user.get());
    }
    Set<String> own = new TreeSet<>(properties.obstacles());
    own.removeAll(project.obstacles());
    addObstacles(name, base, own);
    addChains(name, profile, base, properties, siblings);
    inputs.addAll(properties.inputs());
  }

  /** Adds what is published without a profile, if the project itself names more transforms. */
  private void addBuildWithoutProfile(String base) throws IOException {
    boolean isMore =
        Stream.of("CustomTransformFileName", "EnvironmentName")
            .flatMap(name -> project.values(name).stream())
            .anyMatch(value -> !value.isEmpty());
    if (isMore) {
      addChains("no profile", "FileSystem", base, project, Map.of());
    }
  }

  private void addChains(
      String name,
      String profile,
      String base,
      MsBuildProperties properties,
      Map<String, String> siblings)
      throws IOException {
    List<String> configurations = properties.values("Configuration");
    for (String configuration :
        configurations.contains("")
            ? properties.values("LastUsedBuildConfiguration")
            : configurations) {
      for (String environment : properties.values("EnvironmentName")) {
        List<String> chain = new ArrayList<>();
        addFile(config(configuration.isEmpty() ? RELEASE : configuration), chain);
        addFile(config(profile), chain);
        addFile(config(environment), chain);
        Optional.ofNullable(siblings.get(lower(profile + AppFiles.PROFILE_TRANSFORM)))
            .ifPresent(chain::add);
        boolean isKnown = addCustom(properties, chain);
        if (!isKnown || MsBuildProperties.isOpen(configuration + environment)) {
          add(Variant.unresolved(name, base, "it depends on values that only the build knows"));
        }
        if (!isOff(properties)) {
          add(Variant.of(name, base, chain.stream().distinct().toList()));
        }
      }
    }
  }

  private void addObstacles(String name, String base, Set<String> obstacles) {
    if (!obstacles.isEmpty()) {
      add(Variant.unresolved(name, base, String.join(", ", obstacles)));
    }
  }

  private void addFile(String name, List<String> chain) {
    used.add(name);
    Optional.ofNullable(files.get(name)).ifPresent(chain::add);
  }

  /** Adds the custom transforms of a profile; returns false if only a build knows their names. */
  private boolean addCustom(MsBuildProperties properties, List<String> chain) throws IOException {
    boolean isKnown = true;
    List<String> names =
        properties.values("CustomTransformFileName").stream()
            .flatMap(value -> Stream.of(value.split(";", -1)))
            .map(String::strip)
            .toList();
    for (String custom : names) {
      isKnown &= !custom.contains("*") && !custom.contains("?");
      for (String place : properties.values("CustomTransformDirectory")) {
        Optional<String> path = properties.path(place.isEmpty() ? custom : place + "/" + custom);
        isKnown &= custom.isEmpty() || path.filter(this::isInFolder).isPresent();
        if (!custom.isEmpty() && path.isPresent()) {
          used.add(lower(FileTree.nameOf(path.get())));
          root.file(path.get()).ifPresent(chain::add);
        }
      }
    }
    return isKnown;
  }

  private boolean isInFolder(String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /** Adds the transforms that no profile applies, each as a separate variant. */
  private void addUnused(String base, Set<String> configurations) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      String name = file.getKey();
      boolean isCandidate =
          name.startsWith("web.")
              && name.endsWith(".config")
              && !name.equals(AppFiles.CONFIG)
              && !used.contains(name);
      if (isCandidate && isTransform(file.getValue())) {
        List<String> chain = new ArrayList<>();
        if (configurations.stream().map(VariantFinder::config).noneMatch(name::equals)) {
          Optional.ofNullable(files.get(config(RELEASE))).ifPresent(chain::add);
        }
        chain.add(file.getValue());
        add(Variant.of(FileTree.nameOf(file.getValue()), base, chain));
      }
    }
  }

  private boolean isTransform(String path) throws IOException {
    if (path.equals(missing)) {
      return true;
    }
    SourceFile file = InputFile.file(root, path).read();
    return file.text().contains(XmlDocument.XDT) && ParsedFile.of(file).isTransform();
  }

  private void addTask(XmlElement task, Set<String> configurations) throws IOException {
    String source = attribute(task, "Source");
    String target = attribute(task, "Destination");
    if (!isConfig(source) && !isConfig(target)) {
      return;
    }
    String transform = attribute(task, "Transform");
    String base =
        project.path(source).orElse(FileTree.join(folder, source.replaceAll(".*[/\\\\)]", "")));
    if (root.file(base).isEmpty()) {
      base = files.getOrDefault(AppFiles.CONFIG, base);
    }
    boolean isOpen = lower(transform).contains("$(configuration)");
    for (String configuration : isOpen ? configurations : Set.of("")) {
      Optional<String> path =
          project.path(transform.replaceAll("(?i)\\$\\(Configuration\\)", configuration));
      String name = "TransformXml" + (isOpen ? " for " + configuration : "");
      if (path.isEmpty()) {
        String reason = "only the build knows transform " + Quoted.literal(transform);
        add(Variant.unresolved(name, base, reason));
      } else if (root.file(path.get()).isPresent()) {
        boolean isInPlace = project.path(target).filter(base::equals).isPresent();
        add(
            Variant.of(
                name, base, isInPlace ? List.of(path.get(), path.get()) : List.of(path.get())));
      } else if (!isOpen) {
        add(Variant.unresolved(name, base, path.get() + " does not exist"));
      }
    }
  }

  private static String attribute(XmlElement task, String name) {
    return task.attributes().stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(XmlAttribute::value)
        .findFirst()
        .orElse("");
  }

  private static boolean isConfig(String path) {
    return lower(path.replace('\\', '/')).matches("(?:.*[/)])?web\\.config");
  }

  /** Adds a variant, unless the same files are published in another one. */
  private void add(Variant variant) {
    if (variants.stream().noneMatch(variant::isLike)) {
      if (variants.size() < MOST) {
        boolean isTaken = variants.stream().anyMatch(each -> each.name().equals(variant.name()));
        variants.add(
            isTaken ? variant.named(variant.name() + ", way " + variants.size()) : variant);
      } else {
        String reason = "the app has more than %d ways to publish".formatted(MOST);
        variants.set(MOST - 1, Variant.unresolved("others", variant.base(), reason));
      }
    }
  }

  private static String config(String name) {
    return lower("web." + name + ".config");
  }
}
