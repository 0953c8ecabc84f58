package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties and {@code TransformXml} tasks of MSBuild files, as far as they can be read
 * without running them. Files are added in the order in which MSBuild reads them. A value in a
 * condition is one of several that are possible.
 */
final class MsBuildProperties {
  /** The limit on imported files; only a hostile project has more. */
  private static final int MOST_FILES = 64;

  /** The limit on properties within the value of a property. */
  private static final int DEEPEST = 10;

  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([\\w.]+)\\)");

  /** The properties that name the folder of the project, whose values end in a separator or not. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?i)\\$\\((?:MSBuildProjectDirectory|MSBuildThisFileDirectory|ProjectDir|WebProjectPath"
              + "|MSBuildStartupDirectory)\\)[\\\\/]?");

  /**
   * The name of a configuration, as in {@code '$(Configuration)|$(Platform)' == 'Release|AnyCPU'}.
   */
  private static final Pattern CONFIGURATION = Pattern.compile("==\\s*'([^'|$]+)");

  private final ProjectRoot root;
  private final String folder;
  private final Set<String> inputs = new TreeSet<>();
  private final Set<String> read = new HashSet<>();
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> configurations = new TreeSet<>();
  private final List<XmlElement> tasks = new ArrayList<>();
  private final Set<String> obstacles = new TreeSet<>();

  /** Creates the properties of a project in a folder, before any file was read. */
  MsBuildProperties(ProjectRoot root, String folder) {
    this.root = root;
    this.folder = folder;
  }

  /** Returns a copy, to which a publish profile can be added. */
  MsBuildProperties copy() {
    MsBuildProperties copy = new MsBuildProperties(root, folder);
    copy.inputs.addAll(inputs);
    copy.read.addAll(read);
    copy.obstacles.addAll(obstacles);
    values.forEach((name, all) -> copy.values.put(name, new ArrayList<>(all)));
    return copy;
  }

  /**
   * Adds the content of a file and of the files that it imports; returns whether it could be read.
   */
  boolean add(String path) throws IOException {
    inputs.add(path);
    if (!read.add(path)) {
      return true;
    }
    if (read.size() > MOST_FILES) {
      return false;
    }
    if (root.tree().kind(path).filter(kind -> kind == FileTree.Kind.FILE).isEmpty()) {
      return false;
    }
    Optional<WebConfig> file =
        ParsedFile.of(InputFile.file(root, path).read(), WebConfig.Role.CONFIG).config();
    if (file.isEmpty()) {
      return false;
    }
    for (XmlElement element : file.get().document().root().descendants().toList()) {
      add(element, path);
    }
    return true;
  }

  private void add(XmlElement element, String path) throws IOException {
    BuildObstacle.of(element).ifPresent(obstacles::add);
    element
        .attribute("Condition")
        .map(XmlAttribute::value)
        .filter(condition -> condition.contains("$(Configuration)"))
        .ifPresent(this::addConfigurations);
    if (element.parent().filter(parent -> parent.name().equals("PropertyGroup")).isPresent()) {
      set(element);
    } else if (element.name().equals("TransformXml")) {
      tasks.add(element);
    } else if (element.name().equals("Import")) {
      Optional<XmlAttribute> project = element.attribute("Project");
      if (project.isPresent()) {
        Optional<String> imported = path(project.get().value(), FileTree.folderOf(path));
        if (imported.isPresent()) {
          add(imported.get());
        }
      }
    }
  }

  private void addConfigurations(String condition) {
    CONFIGURATION
        .matcher(condition)
        .results()
        .map((MatchResult result) -> result.group(1).strip())
        .forEach(configurations::add);
  }

  private void set(XmlElement property) {
    String text = unescaped(String.join("", property.texts().toList()).strip());
    boolean isConditional = property.lineage().anyMatch(e -> e.attribute("Condition").isPresent());
    List<String> all = values.computeIfAbsent(property.name(), name -> new ArrayList<>());
    if (isConditional && all.isEmpty()) {
      all.add("");
    } else if (!isConditional) {
      all.clear();
    }
    if (!all.contains(text)) {
      all.add(text);
    }
  }

  /** Replaces the escapes of MSBuild, for example {@code %3B}. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text.replaceAll("(?s)<!\\[CDATA\\[(.*?)]]>", "$1").strip())
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  /** Returns the paths of all files that were read or looked for. */
  Set<String> inputs() {
    return inputs;
  }

  /** Adds the path of a file that was looked for. */
  void addInput(String path) {
    inputs.add(path);
  }

  /** Returns the {@code TransformXml} tasks. */
  List<XmlElement> tasks() {
    return tasks;
  }

  /** Returns the reasons why the published web.config is unknown, each as the end of a sentence. */
  Set<String> obstacles() {
    return obstacles;
  }

  /** Adds a reason why the published web.config is unknown. */
  void addObstacle(String reason) {
    obstacles.add(reason);
  }

  /** Returns the build configurations that the files name. */
  Stream<String> configurations() {
    Stream<String> listed =
        values("Configurations").stream()
            .flatMap(text -> Stream.of(text.split(";", -1)))
            .map(String::strip);
    return Stream.concat(listed, configurations.stream()).filter(name -> !name.isEmpty());
  }

  /**
   * Returns the values that a property can have. An empty value represents a property that is not
   * set, and a reference that cannot be resolved stays as it is.
   */
  List<String> values(String property) {
    return values.getOrDefault(property, List.of("")).stream()
        .map(text -> resolved(text, 0))
        .distinct()
        .toList();
  }

  /** Replaces the references to properties that have one value. */
  String resolved(String text) {
    return resolved(text, 0);
  }

  private String resolved(String text, int depth) {
    if (depth == DEEPEST || !text.contains("$(")) {
      return text;
    }
    Matcher references = REFERENCE.matcher(FOLDER.matcher(text).replaceAll("./"));
    return references.replaceAll(
        reference -> {
          List<String> all = values.getOrDefault(reference.group(1), List.of());
          String value = all.size() == 1 ? resolved(all.get(0), depth + 1) : reference.group();
          return Matcher.quoteReplacement(value);
        });
  }

  /** Returns whether a text holds something that only a build knows. */
  static boolean isOpen(String text) {
    return text.contains("$(") || text.contains("@(") || text.contains("%(");
  }

  /**
   * Returns the path that a text names, relative to the project and spelled as the tree has it;
   * empty when only a build knows it, or when it leaves the root.
   */
  Optional<String> path(String text) throws IOException {
    return path(text, folder);
  }

  private Optional<String> path(String text, String from) throws IOException {
    String relative = resolved(text).replace('\\', '/');
    if (isOpen(relative) || relative.startsWith("/") || relative.contains(":")) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : FileTree.join(from, relative).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String path = String.join("/", parts);
    inputs.add(path);
    return Optional.of(root.file(path).orElse(path));
  }
}
