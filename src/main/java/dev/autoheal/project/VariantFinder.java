package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.ParsedFile;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the ways in which the app of a folder is published. Publishing applies the transform of the
 * build configuration first, then those of the publish profile and of the environment, then one
 * beside the profile, and at last a custom one. A transform that no profile applies is published
 * after that of the configuration Release.
 */
final class VariantFinder {
  private static final String RELEASE = "release";
  private static final String DEBUG = "debug";
  private static final List<String> BUILD_FILES =
      List.of("Directory.Build.props", "Directory.Build.targets");

  /** The properties that switch transforms off, each with the value that does. */
  private static final Map<String, String> SWITCHES =
      Map.of(
          "IsTransformWebConfigDisabled", "true",
          "IsWebConfigTransformDisabled", "true",
          "TransformWebConfigEnabled", "false",
          "PublishIISAssets", "false",
          "RunXdt", "false");

  /** The limit on variants: each may cost as much as one transform. */
  private static final int MOST = 32;

  private final ProjectRoot root;
  private final String folder;
  private final Map<String, String> files;
  private final MsBuildProperties project;
  private final Set<String> inputs = new TreeSet<>();
  private final List<Variant> variants = new ArrayList<>();

  /** The names of the transforms that a profile applies, or would if they were not switched off. */
  private final Set<String> used = new HashSet<>();

  /** The path of a transform that does not exist yet, or an empty text. */
  private String missing = "";

  private VariantFinder(ProjectRoot root, String folder) throws IOException {
    this.root = root;
    this.folder = folder;
    this.files = files(folder);
    this.project = new MsBuildProperties(root, folder);
  }

  /** Finds the app of a folder; it has no variants if nothing is transformed. */
  static AppFiles find(ProjectRoot root, String folder) throws IOException {
    return new VariantFinder(root, folder).find();
  }

  /** Finds the app in the folder of a transform that does not exist yet, as if it did. */
  static AppFiles findWith(InputFile missing) throws IOException {
    VariantFinder finder = new VariantFinder(missing.root(), FileTree.folderOf(missing.path()));
    finder.files.put(lower(FileTree.nameOf(missing.path())), missing.path());
    finder.missing = missing.path();
    return finder.find();
  }

  private AppFiles find() throws IOException {
    readProjects();
    Set<String> configurations =
        Stream.concat(Stream.of(RELEASE, DEBUG), project.configurations())
            .map(AppFiles::lower)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String base = files.get(AppFiles.CONFIG);
    if (base != null) {
      addWriters("the build", base, project);
      addProfiles(base);
      if (SWITCHES.entrySet().stream().noneMatch(each -> isAlways(each, project))) {
        addUnused(base, configurations);
      }
    }
    for (XmlElement task : project.tasks()) {
      addTask(task, configurations);
    }
    inputs.addAll(project.inputs());
    return new AppFiles(Optional.ofNullable(base), variants, inputs);
  }

  /** Returns the files directly in a folder, by their name in lower case. */
  private Map<String, String> files(String in) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (FileTree.Entry entry : root.tree().list(in)) {
      if (entry.kind() == FileTree.Kind.FILE) {
        found.putIfAbsent(lower(entry.name()), FileTree.join(in, entry.name()));
      }
    }
    return found;
  }

  private void readProjects() throws IOException {
    List<String> projects = files.values().stream().filter(AppFiles::isProject).toList();
    if (!projects.isEmpty()) {
      for (String name : BUILD_FILES) {
        String at = folder;
        while (root.tree().kind(FileTree.join(at, name)).isEmpty() && !at.isEmpty()) {
          inputs.add(FileTree.join(at, name));
          at = FileTree.folderOf(at);
        }
        project.add(FileTree.join(at, name));
      }
    }
    for (String path : projects) {
      project.add(path);
    }
  }

  private static boolean isAlways(Map.Entry<String, String> off, MsBuildProperties properties) {
    return properties.values(off.getKey()).stream().allMatch(off.getValue()::equalsIgnoreCase);
  }

  private static boolean isSometimes(Map.Entry<String, String> off, MsBuildProperties properties) {
    return properties.values(off.getKey()).stream().anyMatch(off.getValue()::equalsIgnoreCase);
  }

  private void addProfiles(String base) throws IOException {
    for (String place : AppFiles.PROFILE_FOLDERS) {
      Map<String, String> beside = files(FileTree.join(folder, place));
      for (Map.Entry<String, String> file : beside.entrySet()) {
        if (file.getKey().endsWith(AppFiles.PROFILE)) {
          addProfile(file.getValue(), base, beside);
        }
      }
    }
  }

  private void addProfile(String path, String base, Map<String, String> beside) throws IOException {
    String file = FileTree.nameOf(path);
    String profile = file.substring(0, file.length() - AppFiles.PROFILE.length());
    String name = "profile " + profile;
    MsBuildProperties properties = project.copy();
    if (!properties.add(path)) {
      add(Variant.unresolved(name, base, path + " cannot be read"));
    }
    if (!properties.writers().equals(project.writers())) {
      addWriters(name, base, properties);
    }
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
        Optional.ofNullable(beside.get(lower(profile + AppFiles.PROFILE_TRANSFORM)))
            .ifPresent(chain::add);
        boolean isKnown = addCustom(properties, chain);
        if (!isKnown || MsBuildProperties.isOpen(configuration + environment)) {
          add(
              Variant.unresolved(
                  name, base, "%s depends on values that only a build knows".formatted(path)));
        } else if (SWITCHES.entrySet().stream().anyMatch(each -> isSometimes(each, properties))) {
          add(Variant.of(name + " without transforms", base, List.of()));
        }
        if (SWITCHES.entrySet().stream().noneMatch(each -> isAlways(each, properties))) {
          add(Variant.of(name, base, chain.stream().distinct().toList()));
        }
      }
    }
    inputs.addAll(properties.inputs());
  }

  private void addWriters(String name, String base, MsBuildProperties properties) {
    if (!properties.writers().isEmpty()) {
      String tasks = String.join(", ", properties.writers());
      add(Variant.unresolved(name, base, "the task %s may change web.config".formatted(tasks)));
    }
  }

  private void addFile(String name, List<String> chain) {
    used.add(name);
    Optional.ofNullable(files.get(name)).ifPresent(chain::add);
  }

  /** Adds the custom transforms of a profile; returns false if only a build knows their names. */
  private boolean addCustom(MsBuildProperties properties, List<String> chain) throws IOException {
    boolean isKnown = true;
    for (String custom : properties.values("CustomTransformFileName")) {
      for (String place : properties.values("CustomTransformDirectory")) {
        Optional<String> path = properties.path(place.isEmpty() ? custom : place + "/" + custom);
        isKnown &= custom.isEmpty() || path.isPresent();
        if (!custom.isEmpty() && path.isPresent()) {
          used.add(lower(FileTree.nameOf(path.get())));
          root.file(path.get()).ifPresent(chain::add);
        }
      }
    }
    return isKnown;
  }

  /** Adds the transforms that no profile applies, each as a variant of its own. */
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
        String reason = "the task names '%s', which only a build knows".formatted(transform);
        add(Variant.unresolved(name, base, reason));
      } else if (root.file(path.get()).isPresent()) {
        boolean isInPlace = project.path(target).filter(base::equals).isPresent();
        add(
            Variant.of(
                name, base, isInPlace ? List.of(path.get(), path.get()) : List.of(path.get())));
      } else if (!isOpen) {
        add(Variant.unresolved(name, base, "%s is not there".formatted(path.get())));
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
        String reason = "there are more than %d ways of publishing".formatted(MOST);
        variants.set(MOST - 1, Variant.unresolved("others", variant.base(), reason));
      }
    }
  }

  private static String config(String name) {
    return lower("web." + name + ".config");
  }
}
