package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What lies beside the files of a run, as far as it has come. Called from many threads. */
public final class SiblingFiles {
  private final Map<String, Optional<String>> configs = new ConcurrentHashMap<>();
  private final Map<String, TransformOrder> orders = new ConcurrentHashMap<>();
  private final Map<String, SourceFile> changed = new ConcurrentHashMap<>();

  /** The web.config in the folder of a file, which a transform there patches. */
  public Optional<String> beside(InputFile target) throws IOException {
    return config(target.root(), FileTree.folderOf(target.path()));
  }

  /** The order in which the transforms in the folder of a file are applied. */
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

  /** How many transforms at most are applied before one. */
  public int earlier(InputFile transform) throws IOException {
    return publishOrder(transform).before(transform.path()).stream()
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Has others see a file as this run changes it, also where the change is only shown. */
  public void change(InputFile target, SourceFile after) {
    changed.put(key(target.root(), target.path()), after);
  }

  /** Whether this run changes a file, as far as it has come. */
  public boolean isChanged(ProjectRoot root, String path) {
    return changed.containsKey(key(root, path));
  }

  /** A file as it is, or as this run changes it. */
  public SourceFile read(ProjectRoot root, String path) throws IOException {
    SourceFile after = changed.get(key(root, path));
    return after == null ? InputFile.file(root, path).read() : after;
  }

  /** The web.config right in a folder, in any letter case. */
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
