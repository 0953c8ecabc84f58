package dev.autoheal.git;

import dev.autoheal.files.FileTree;
import dev.autoheal.git.ObjectTree.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Derives the folders of the index, because git lists only its files. */
final class IndexFolders implements ObjectTree.Folders {
  private static final Node FOLDER = new Node("40000", "");

  private final Map<String, Map<String, Node>> folders = new HashMap<>();

  /**
   * Creates the folders from the output of {@code ls-files}. Each entry is {@code MODE ID STAGE}, a
   * tab, the path and a NUL. For a file in conflict, our side counts.
   */
  IndexFolders(String listing) {
    for (String line : listing.split("\0", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        String[] head = line.substring(0, tab).split(" ", -1);
        if (head[2].equals("0") || head[2].equals("2")) {
          put(line.substring(tab + 1), new Node(head[0], head[1]));
        }
      }
    }
  }

  private void put(String path, Node node) {
    String folder = FileTree.folderOf(path);
    Map<String, Node> nodes = folders.get(folder);
    if (nodes == null) {
      nodes = new TreeMap<>();
      folders.put(folder, nodes);
      if (!folder.isEmpty()) {
        put(folder, FOLDER);
      }
    }
    nodes.put(FileTree.nameOf(path), node);
  }

  @Override
  public Map<String, Node> in(String folder) {
    return folders.getOrDefault(folder, Map.of());
  }
}
