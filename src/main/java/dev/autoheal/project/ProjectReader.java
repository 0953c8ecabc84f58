package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the projects of a folder, and the files that MSBuild reads with them. */
final class ProjectReader {
  private final ProjectRoot root;
  private final String folder;
  private final MsBuildProperties project;
  private final BuildFiles above;
  private final List<String> folders = new ArrayList<>();

  /**
   * Creates a reader.
   *
   * @param project receives what the files say
   * @param above finds the files that MSBuild reads with every project
   */
  ProjectReader(ProjectRoot root, String folder, MsBuildProperties project, BuildFiles above) {
    this.root = root;
    this.folder = folder;
    this.project = project;
    this.above = above;
  }

  /**
   * Reads the projects.
   *
   * @param files the files in the folder, by their name in lower case
   */
  void read(Map<String, String> files) throws IOException {
    List<String> projects = files.values().stream().filter(AppFiles::isProject).toList();
    if (!projects.isEmpty()) {
      for (String name : BuildFiles.NAMES) {
        addBuildFile(name);
      }
    }
    for (String path : projects) {
      if (!project.add(path)) {
        project.addObstacle("cannot read " + path);
      }
      String user = files.get(lower(FileTree.nameOf(path)) + ".user");
      if (user != null) {
        project.add(user);
      }
    }
    project.addInput(FileTree.join(folder, AppFiles.PARAMETERS));
    String parameters = files.get(lower(AppFiles.PARAMETERS));
    if (parameters != null
        && InputFile.file(root, parameters).read().text().contains("monitoring")) {
      project.addObstacle(parameters + " may change the section at deployment");
    }
  }

  /** Adds the nearest file of a name in the folder of the project or above. */
  private void addBuildFile(String name) throws IOException {
    String at = folder;
    Optional<String> path = above.find(root, at, name);
    while (path.isEmpty() && !at.isEmpty()) {
      project.addInput(FileTree.join(at, name));
      at = FileTree.folderOf(at);
      path = above.find(root, at, name);
    }
    project.addInput(FileTree.join(at, name));
    if (path.isPresent() && !project.add(path.get())) {
      project.addObstacle("cannot read " + path.get());
    }
  }

  /** Returns the files directly in a folder, by their name in lower case. */
  Map<String, String> files(String in) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (FileTree.Entry entry : root.tree().list(in)) {
      if (entry.kind() == FileTree.Kind.FILE) {
        found.putIfAbsent(lower(entry.name()), FileTree.join(in, entry.name()));
      } else if (entry.kind() == FileTree.Kind.FOLDER
          || entry.kind() == FileTree.Kind.LINKED_FOLDER) {
        folders.add(FileTree.join(in, entry.name()));
      } else if (belongsToBuild(entry)) {
        project.addObstacle(FileTree.join(in, entry.name()) + " is not a regular file");
      }
    }
    return found;
  }

  /**
   * Returns whether an entry that cannot be read, for example a link that leads out of the tree,
   * belongs to a build.
   */
  private static boolean belongsToBuild(FileTree.Entry entry) {
    boolean isOdd = entry.kind() == FileTree.Kind.BAD_LINK || entry.kind() == FileTree.Kind.OTHER;
    String name = lower(entry.name());
    return isOdd
        && (AppFiles.isProject(name)
            || name.endsWith(AppFiles.PROFILE)
            || AppFiles.PROFILE_FOLDERS.stream()
                .anyMatch(place -> ("/" + lower(place) + "/").contains("/" + name + "/")));
  }

  /** Returns the folders of publish profiles, as the tree spells them. */
  List<String> profileFolders() throws IOException {
    List<String> found = new ArrayList<>();
    for (String outer : folders) {
      for (String place : AppFiles.PROFILE_FOLDERS) {
        if (outer.equalsIgnoreCase(FileTree.join(folder, FileTree.folderOf(place)))) {
          root.tree().list(outer).stream()
              .map(FileTree.Entry::name)
              .filter(FileTree.nameOf(place)::equalsIgnoreCase)
              .map(name -> FileTree.join(outer, name))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
