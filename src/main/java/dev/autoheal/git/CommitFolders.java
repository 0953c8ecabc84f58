package dev.autoheal.git;

import dev.autoheal.files.FileNames;
import dev.autoheal.files.FileTree;
import dev.autoheal.git.ObjectTree.Node;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Reads the folders of a commit, each when it is first needed. */
final class CommitFolders implements ObjectTree.Folders {
  private final ObjectReader objects;
  private final String root;
  private final Map<String, Map<String, Node>> read = new HashMap<>();

  /**
   * Creates a reader for the tree object {@code root}.
   *
   * @param root the id of the tree
   */
  CommitFolders(ObjectReader objects, String root) {
    this.objects = objects;
    this.root = root;
  }

  @Override
  public synchronized Map<String, Node> in(String folder) throws IOException {
    Map<String, Node> known = read.get(folder);
    if (known == null) {
      known = read(folder);
      read.put(folder, known);
    }
    return known;
  }

  private Map<String, Node> read(String folder) throws IOException {
    if (folder.isEmpty()) {
      return parsed(root);
    }
    Node node = in(FileTree.folderOf(folder)).get(FileTree.nameOf(folder));
    return node == null || node.kind() != FileTree.Kind.FOLDER ? Map.of() : parsed(node.id());
  }

  /** Parses a tree object: for each entry {@code MODE NAME}, a NUL, and the id as bytes. */
  private Map<String, Node> parsed(String id) throws IOException {
    byte[] bytes = objects.read(id, Integer.MAX_VALUE - 8).bytes();
    Map<String, Node> nodes = new TreeMap<>();
    int width = id.length() / 2;
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      while (bytes[end] != 0) {
        end++;
      }
      String[] head = FileNames.decoded(Arrays.copyOfRange(bytes, start, end)).split(" ", 2);
      start = end + 1 + width;
      Node node = new Node(head[0], HexFormat.of().formatHex(bytes, end + 1, start));
      if (head[1].indexOf('/') >= 0 || nodes.put(head[1], node) != null) {
        throw new RevisionException("invalid tree %s; run `git fsck`".formatted(id));
      }
    }
    return nodes;
  }
}
