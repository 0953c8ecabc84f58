package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the files in the same folders as the files of a run, including the changes that the run has
 * made so far. It is safe to call from many threads.
 */
public final class SiblingFiles {
  private final Map<String, Optional<String>> configs = new ConcurrentHashMap<>();
  private final Map<String, TransformOrder> orders = new ConcurrentHashMap<>();
  private final Map<String, SourceFile> changed = new ConcurrentHashMap<>();

  /** Returns the web.config in the folder of a file, which a transform in that folder patches. */
  public Optional<String> beside(InputFile target) throws IOException {
    return config(target.root(), FileTree.folderOf(target.path()));
  }

  /** Returns the order in which publishing applies the transforms in the folder of a file. */
  public TransformOrder publishOrder(InputFile target) throws IOException {
    String folder = FileTree.folderOf(target.path());
    String key = key(target.root(), folder);
    TransformOrder known = orders.get(key);
    if (known == null) {
      known = TransformOrder.of(target.root(), folder);
      orders.put(key, known);
    }
    return known;
  }

  /**
   * Returns the largest number of transforms that any way of publishing applies before a transform.
   */
  public int earlier(InputFile transform) throws IOException {
    return publishOrder(transform).before(transform.path()).stream()
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Makes others read a file as this run changes it, even if the change is only shown. */
  public void change(InputFile target, SourceFile after) {
    changed.put(key(target.root(), target.path()), after);
  }

  /** Returns whether this run has changed a file so far. */
  public boolean isChanged(ProjectRoot root, String path) {
    return changed.containsKey(key(root, path));
  }

  /** Reads a file as it is on disk or in the revision, or as this run has changed it. */
  public SourceFile read(ProjectRoot root, String path) throws IOException {
    SourceFile after = changed.get(key(root, path));
    return after == null ? InputFile.file(root, path).read() : after;
  }

  /** Returns the path of the web.config directly in a folder, in any letter case. */
  Optional<String> config(ProjectRoot root, String folder) throws IOException {
    String key = key(root, folder);
    Optional<String> known = configs.get(key);
    if (known == null) {
      known =
          root.tree().list(folder).stream()
              .filter(entry -> entry.kind() == FileTree.Kind.FILE)
              .map(FileTree.Entry::name)
              .filter(name -> name.equalsIgnoreCase("web.config"))
              .map(name -> FileTree.join(folder, name))
              .findFirst();
      configs.put(key, known);
    }
    return known;
  }

  private static String key(ProjectRoot root, String path) {
    return root.folder().resolve(path).toString();
  }
}
