package dev.autoheal.project;

import static dev.autoheal.project.AppFiles.lower;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the files that MSBuild reads with every project in and below their folder. Each folder is
 * listed once, since thousands of apps may be in one. It is safe to call from many threads.
 */
final class BuildFiles {
  /** Their names, in the order in which MSBuild reads them. */
  static final List<String> NAMES =
      List.of("Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets");

  private final Map<String, Map<String, String>> byFolder = new ConcurrentHashMap<>();

  /** Returns whether a folder, or one above it, has such a file. */
  boolean hasAny(ProjectRoot root, String folder) throws IOException {
    for (String name : NAMES) {
      String at = folder;
      while (!at.isEmpty() && find(root, at, name).isEmpty()) {
        at = FileTree.folderOf(at);
      }
      if (find(root, at, name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the path of the file with a name in a folder, in any letter case. */
  Optional<String> find(ProjectRoot root, String folder, String name) throws IOException {
    String key = root.folder() + "/" + folder;
    Map<String, String> known = byFolder.get(key);
    if (known == null) {
      known = new TreeMap<>();
      for (FileTree.Entry entry : root.tree().list(folder)) {
        if (NAMES.stream().anyMatch(entry.name()::equalsIgnoreCase)) {
          known.put(lower(entry.name()), FileTree.join(folder, entry.name()));
        }
      }
      byFolder.put(key, known);
    }
    return Optional.ofNullable(known.get(lower(name)));
  }
}
