package dev.autoheal.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.FileTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads folders and files from git's objects without a checkout. Links are followed as on the disk,
 * but only inside the tree.
 */
final class ObjectTree implements FileTree {
  /** The longest target of a link, and the most links on the way to a file, as on Linux. */
  private static final int LONGEST = 4096;

  private static final int MOST_LINKS = 40;
  private static final Node ROOT = new Node("40000", "");

  private final ObjectReader objects;
  private final WorkingTreeEncoding encodings;
  private final Folders folders;
  private final Map<String, Boolean> naming = new HashMap<>();

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
    boolean isLink() {
      return mode.equals("120000");
    }

    /** Returns the kind; a link that is not followed counts as a bad link. */
    Kind kind() {
      if (isLink()) {
        return Kind.BAD_LINK;
      }
      if (mode.length() == 6 && mode.startsWith("100")) {
        return Kind.FILE;
      }
      return mode.length() == 5 && mode.startsWith("40") ? Kind.FOLDER : Kind.OTHER;
    }
  }

  /**
   * The entry that a path leads to.
   *
   * @param path the path with all links followed
   * @param node the entry there
   * @param isLink whether the last name of the path is a link
   */
  private record Target(String path, Node node, boolean isLink) {
    Kind kind() {
      return isLink && node.kind() == Kind.FOLDER ? Kind.LINKED_FOLDER : node.kind();
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
    Optional<Target> target = target(folder);
    List<Entry> entries = new ArrayList<>();
    if (target.isPresent()) {
      for (Map.Entry<String, Node> each : folders.in(target.get().path).entrySet()) {
        Kind kind = each.getValue().kind();
        if (each.getValue().isLink()) {
          kind = kind(FileTree.join(target.get().path, each.getKey())).orElse(kind);
        }
        entries.add(new Entry(each.getKey(), kind));
      }
    }
    return entries;
  }

  @Override
  public Optional<Kind> kind(String path) throws IOException {
    return target(path).map(Target::kind);
  }

  @Override
  public Optional<String> real(String path) throws IOException {
    return target(path).filter(found -> found.kind() != Kind.BAD_LINK).map(Target::path);
  }

  @Override
  public Content read(String path, int limit) throws IOException {
    Optional<Target> target = target(path).filter(found -> found.kind() == Kind.FILE);
    if (target.isEmpty()) {
      throw new NoSuchFileException(path);
    }
    String real = target.get().path;
    Content kept = objects.read(target.get().node.id(), limit);
    return encodings.onDisk(real, kept, isEncodingNamed(real));
  }

  @Override
  public Optional<String> unreadable(String path) throws IOException {
    Optional<String> real = real(path);
    return real.isPresent() && (encodings.areOnDisk() || isEncodingNamed(real.get()))
        ? encodings.unknown(real.get()).map("git writes it in an unknown encoding, '%s'"::formatted)
        : Optional.empty();
  }

  /**
   * Returns whether a {@code .gitattributes} in the folder of a file, or above, names an encoding.
   */
  private boolean isEncodingNamed(String path) throws IOException {
    boolean isNamed = false;
    String folder = path;
    while (!isNamed && !folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      Node node = folders.in(folder).get(".gitattributes");
      isNamed = node != null && node.kind() != Kind.FOLDER && isNaming(node);
    }
    return isNamed;
  }

  private synchronized boolean isNaming(Node attributes) throws IOException {
    Boolean known = naming.get(attributes.id());
    if (known == null) {
      Content content = objects.read(attributes.id(), Integer.MAX_VALUE - 8);
      known = new String(content.bytes(), ISO_8859_1).contains(CheckoutAttributes.ENCODING);
      naming.put(attributes.id(), known);
    }
    return known;
  }

  /**
   * Follows a path through all its links. Where its last name is a link that leads nowhere or out
   * of the tree, the target is the link itself. Where a folder on the way is such a link, or a
   * nested repository, the result is empty.
   */
  private Optional<Target> target(String path) throws IOException {
    Deque<String> ahead = new ArrayDeque<>(List.of(path.split("/", -1)));
    Optional<Target> last = Optional.empty();
    String at = "";
    Node node = ROOT;
    int links = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.removeFirst();
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (node.kind() != Kind.FOLDER || (name.equals("..") && at.isEmpty())) {
        return last;
      }
      if (name.equals("..")) {
        at = FileTree.folderOf(at);
        continue;
      }
      Node next = folders.in(at).get(name);
      if (next == null || (next.isLink() && links == MOST_LINKS)) {
        return last;
      }
      if (!next.isLink()) {
        node = next;
        at = FileTree.join(at, name);
        continue;
      }
      if (ahead.isEmpty() && last.isEmpty()) {
        last = Optional.of(new Target(FileTree.join(at, name), next, true));
      }
      String to = new String(objects.read(next.id(), LONGEST).bytes(), UTF_8);
      if (to.isEmpty() || to.startsWith("/")) {
        return last;
      }
      links++;
      List<String> names = new ArrayList<>(List.of(to.split("/", -1)));
      Collections.reverse(names);
      names.forEach(ahead::addFirst);
    }
    return Optional.of(new Target(at, node, last.isPresent()));
  }
}
