package dev.autoheal.git;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads folders and files from git's objects without a checkout. Links are not followed. */
final class ObjectTree implements FileTree {
  private final ObjectReader objects;
  private final WorkingTreeEncoding encodings;
  private final Folders folders;

  /** Lists the entries of folders. */
  interface Folders {
    /** Returns the entries of a folder by name and sorted; empty when there is no such folder. */
    Map<String, Node> in(String folder) throws IOException;
  }

  /**
   * An entry as git stores it.
   *
   * @param mode in octal digits, without leading zeros
   * @param id the id of the object
   */
  record Node(String mode, String id) {
    /** Returns the kind; a link counts as a bad link because it is not followed. */
    Kind kind() {
      return switch (mode.substring(0, 2)) {
        case "10" -> Kind.FILE;
        case "40" -> Kind.FOLDER;
        case "12" -> Kind.BAD_LINK;
        default -> Kind.OTHER;
      };
    }
  }

  /** Creates a tree whose files have the encoding that a checkout would give them. */
  ObjectTree(ObjectReader objects, WorkingTreeEncoding encodings, Folders folders) {
    this.objects = objects;
    this.encodings = encodings;
    this.folders = folders;
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    folders.in(folder).forEach((name, node) -> entries.add(new Entry(name, node.kind())));
    return entries;
  }

  @Override
  public Optional<Kind> kind(String path) throws IOException {
    return path.isEmpty() ? Optional.of(Kind.FOLDER) : node(path).map(Node::kind);
  }

  @Override
  public Content read(String path, int limit) throws IOException {
    Optional<Node> node = node(path).filter(found -> found.kind() == Kind.FILE);
    if (node.isEmpty()) {
      throw new NoSuchFileException(path);
    }
    return encodings.onDisk(path, objects.read(node.get().id(), limit));
  }

  private Optional<Node> node(String path) throws IOException {
    return Optional.ofNullable(folders.in(FileTree.folderOf(path)).get(FileTree.nameOf(path)));
  }
}
