package dev.autoheal.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the files below a folder of the disk. Links are followed only to targets inside the tree.
 * Each folder is listed once, so all who ask see the same entries. It is safe to call from many
 * threads.
 */
public final class DiskTree implements FileTree {
  private final Path root;
  private final Path realRoot;
  private final Map<String, List<Entry>> listed = new ConcurrentHashMap<>();

  /** The files that were listed, by name; many folders have a file of the same name. */
  private final Map<String, Entry> files = new ConcurrentHashMap<>();

  /**
   * Creates the tree below {@code root}.
   *
   * @throws IOException if there is no such folder
   */
  public DiskTree(Path root) throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
  }

  /**
   * Returns the file at {@code path}, to be replaced as a whole or to be created. For a link it is
   * the target of the link.
   *
   * @throws IOException if a link leads nowhere or out of the tree
   */
  public AtomicFile file(String path) throws IOException {
    Path file = resolve(path);
    Path existing = file;
    while (!Files.exists(existing, NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    Path real = existing.toRealPath();
    if (!real.startsWith(realRoot)) {
      throw new FileSystemException(path, null, "a link leads out of the repository");
    }
    return new AtomicFile(real.resolve(existing.relativize(file)).normalize());
  }

  /** Returns the path on disk of a path in this tree; links are not checked. */
  public Path resolve(String path) {
    return root.resolve(path);
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    List<Entry> known = listed.get(folder);
    if (known == null) {
      known = List.copyOf(read(folder));
      listed.put(folder, known);
    }
    return known;
  }

  private List<Entry> read(String folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (!isListed(folder) && !isInside(resolve(folder)) && Files.exists(resolve(folder))) {
      return entries;
    }
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(resolve(folder))) {
      for (Path path : paths) {
        kindOf(path).ifPresent(kind -> entries.add(entry(path, kind)));
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      // No folder has a path that is too long for the system.
      if (Files.exists(resolve(folder))) {
        throw e;
      }
      return List.of();
    }
    entries.sort((one, other) -> one.name().compareTo(other.name()));
    return entries;
  }

  /** Returns whether the list of the parent has a folder, so that no link leads to it. */
  private boolean isListed(String folder) {
    String name = FileTree.nameOf(folder);
    for (Entry sibling : listed.getOrDefault(FileTree.folderOf(folder), List.of())) {
      if (sibling.kind() == Kind.FOLDER && sibling.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Entry entry(Path path, Kind kind) {
    String name = FileNames.of(path);
    if (name.equals(path.getFileName().toString())) {
      return kind == Kind.FILE
          ? files.computeIfAbsent(name, key -> new Entry(key, kind))
          : new Entry(name, kind);
    }
    return new Entry(name, kind == Kind.FOLDER ? Kind.UNNAMED_FOLDER : Kind.UNNAMED_FILE);
  }

  @Override
  public Optional<Kind> kind(String path) throws IOException {
    Optional<Kind> kind = kindOf(resolve(path));
    return kind.isPresent() && !isInside(resolve(path)) ? Optional.of(Kind.BAD_LINK) : kind;
  }

  private Optional<Kind> kindOf(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      return Optional.empty();
    }
    if (attributes.isSymbolicLink()) {
      return Optional.of(linked(path));
    }
    if (attributes.isDirectory()) {
      return Optional.of(Kind.FOLDER);
    }
    return Optional.of(attributes.isRegularFile() ? Kind.FILE : Kind.OTHER);
  }

  private Kind linked(Path link) {
    if (!isInside(link)) {
      return Kind.BAD_LINK;
    }
    if (Files.isDirectory(link)) {
      return Kind.LINKED_FOLDER;
    }
    return Files.isRegularFile(link) ? Kind.FILE : Kind.OTHER;
  }

  /** Returns whether a path leads to something in the tree, through any number of links. */
  private boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(realRoot);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> real(String path) throws IOException {
    Path file = resolve(path);
    if (!isInside(file)) {
      return Optional.empty();
    }
    String separator = root.getFileSystem().getSeparator();
    return Optional.of(realRoot.relativize(file.toRealPath()).toString().replace(separator, "/"));
  }

  @Override
  public Content read(String path, int limit) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(resolve(path))) {
      long size = file.size();
      if (size > limit) {
        return new Content(size, new byte[0]);
      }
      // One byte more than there should be shows the end, unless the file grows meanwhile.
      ByteBuffer bytes = ByteBuffer.allocate((int) size + 1);
      while (file.read(bytes) >= 0) {
        if (!bytes.hasRemaining()) {
          if (bytes.capacity() > limit) {
            return new Content(bytes.capacity(), new byte[0]);
          }
          bytes = ByteBuffer.allocate(limit + 1).put(bytes.flip());
        }
      }
      return new Content(bytes.position(), Arrays.copyOf(bytes.array(), bytes.position()));
    }
  }
}
