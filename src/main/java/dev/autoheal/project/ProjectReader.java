package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the projects of a folder, and the files that MSBuild reads with them. */
final class ProjectReader {
  private static final List<String> BUILD_FILES =
      List.of("Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets");

  private final ProjectRoot root;
  private final String folder;
  private final MsBuildProperties project;
  private final Set<String> inputs = new TreeSet<>();

  /**
   * Creates a reader.
   *
   * @param project receives what the files say
   */
  ProjectReader(ProjectRoot root, String folder, MsBuildProperties project) {
    this.root = root;
    this.folder = folder;
    this.project = project;
  }

  /**
   * Reads the projects.
   *
   * @param files the files in the folder, by their name in lower case
   * @return the paths that were looked for beside them
   */
  Set<String> read(Map<String, String> files) throws IOException {
    List<String> projects = files.values().stream().filter(AppFiles::isProject).toList();
    if (!projects.isEmpty()) {
      for (String name : BUILD_FILES) {
        addBuildFile(name);
      }
    }
    for (String path : projects) {
      if (!project.add(path)) {
        project.addObstacle(path + " cannot be read");
      }
      String user = files.get(lower(FileTree.nameOf(path)) + ".user");
      if (user != null) {
        project.add(user);
      }
    }
    inputs.add(FileTree.join(folder, "Parameters.xml"));
    String parameters = files.get("parameters.xml");
    if (parameters != null
        && InputFile.file(root, parameters).read().text().contains("monitoring")) {
      project.addObstacle(parameters + " may change the section at deployment");
    }
    return inputs;
  }

  /** Adds the nearest file of a name in the folder of the project or above. */
  private void addBuildFile(String name) throws IOException {
    String at = folder;
    Optional<String> path = root.file(FileTree.join(at, name));
    while (path.isEmpty() && !at.isEmpty()) {
      inputs.add(FileTree.join(at, name));
      at = FileTree.folderOf(at);
      path = root.file(FileTree.join(at, name));
    }
    inputs.add(FileTree.join(at, name));
    if (path.isPresent() && !project.add(path.get())) {
      project.addObstacle(path.get() + " cannot be read");
    }
  }

  /** Returns the files directly in a folder, by their name in lower case. */
  Map<String, String> files(String in) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (FileTree.Entry entry : root.tree().list(in)) {
      if (entry.kind() == FileTree.Kind.FILE) {
        found.putIfAbsent(lower(entry.name()), FileTree.join(in, entry.name()));
      } else if (isOfBuild(entry)) {
        project.addObstacle(FileTree.join(in, entry.name()) + " is not a regular file");
      }
    }
    return found;
  }

  /**
   * Returns whether a link that leads out, or something else that cannot be read, is of a build.
   */
  private static boolean isOfBuild(FileTree.Entry entry) {
    boolean isOdd = entry.kind() == FileTree.Kind.BAD_LINK || entry.kind() == FileTree.Kind.OTHER;
    String name = lower(entry.name());
    return isOdd
        && (AppFiles.isProject(name)
            || name.endsWith(AppFiles.PROFILE)
            || AppFiles.PROFILE_FOLDERS.stream()
                .anyMatch(place -> ("/" + lower(place) + "/").contains("/" + name + "/")));
  }

  /** Returns the path of a folder below that of the app as the tree spells it. */
  String spelled(String place) throws IOException {
    String at = folder;
    for (String name : place.split("/", -1)) {
      String parent = at;
      at =
          root.tree().list(parent).stream()
              .map(FileTree.Entry::name)
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .map(found -> FileTree.join(parent, found))
              .orElse(FileTree.join(parent, name));
    }
    return at;
  }
}
