package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.App;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds the files in the same folders as the files of a run, including the changes that the run has
 * made so far. It is safe to call from many threads.
 */
public final class SiblingFiles {
  /**
   * The most entries of a folder that are looked through again for each question. Most folders have
   * fewer, and to keep the answers for a hundred thousand of them would need much memory.
   */
  private static final int FEW_ENTRIES = 16;

  private final Map<String, Optional<String>> configs = new ConcurrentHashMap<>();
  private final Map<String, AppFiles> apps = new ConcurrentHashMap<>();
  private final BuildFiles above = new BuildFiles();
  private final Map<String, SourceFile> changed = new ConcurrentHashMap<>();

  /**
   * Returns the app in a folder.
   *
   * @param apps returns the app of the policy that matches a path
   */
  public AppFiles app(ProjectRoot root, String folder, Function<String, Optional<App>> apps)
      throws IOException {
    return found(root, folder).stated(apps, root);
  }

  private AppFiles found(ProjectRoot root, String folder) throws IOException {
    String key = key(root, folder);
    AppFiles known = apps.get(key);
    if (known != null) {
      return known;
    }
    List<FileTree.Entry> entries = root.tree().list(folder);
    if (entries.size() <= FEW_ENTRIES && entries.stream().noneMatch(AppFiles::mayMatter)) {
      return AppFiles.untransformed(folder, entries);
    }
    AppFiles found = VariantFinder.find(root, folder, above);
    apps.put(key, found);
    return found;
  }

  /**
   * Returns the ways of publishing that a file takes part in, in the app of its folder, or else in
   * that of the nearest folder above.
   *
   * @param apps returns the app of the policy that matches a path
   */
  public List<Variant> variantsOf(InputFile target, Function<String, Optional<App>> apps)
      throws IOException {
    String folder = target.path();
    List<Variant> found = List.of();
    while (found.isEmpty() && !folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      found = app(target.root(), folder, apps).with(target.path());
    }
    return target.exists() ? found : VariantFinder.findWith(target, above).with(target.path());
  }

  /** Returns the largest number of files that any variant uses before a file. */
  public int earlier(InputFile target, Function<String, Optional<App>> apps) throws IOException {
    return variantsOf(target, apps).stream()
        .mapToInt(variant -> 1 + variant.transforms().indexOf(target.path()))
        .max()
        .orElse(0);
  }

  /** Makes later reads return a file as this run changes it, even if the change is only shown. */
  public void change(InputFile target, SourceFile after) {
    changed.put(key(target.root(), target.path()), after);
  }

  /** Returns whether this run has changed a file so far. */
  public boolean isChanged(ProjectRoot root, String path) {
    return changed.containsKey(key(root, path));
  }

  /**
   * Reads a file as it is on disk or in the revision, or as this run has changed it. A missing file
   * reads as an empty configuration.
   */
  public SourceFile read(ProjectRoot root, String path) throws IOException {
    SourceFile after = changed.get(key(root, path));
    if (after != null) {
      return after;
    }
    boolean exists = root.tree().kind(path).isPresent();
    return (exists ? InputFile.file(root, path) : InputFile.missing(root, path)).read();
  }

  /** Returns the path of the web.config in the folder of a file, in any letter case. */
  public Optional<String> config(InputFile target) throws IOException {
    return config(target.root(), FileTree.folderOf(target.path()));
  }

  /** Returns the path of the web.config directly in a folder, in any letter case. */
  Optional<String> config(ProjectRoot root, String folder) throws IOException {
    String key = key(root, folder);
    Optional<String> known = configs.get(key);
    if (known == null) {
      List<FileTree.Entry> entries = root.tree().list(folder);
      known = AppFiles.config(folder, entries);
      if (entries.size() > FEW_ENTRIES) {
        configs.put(key, known);
      }
    }
    return known;
  }

  private static String key(ProjectRoot root, String path) {
    return root.folder() + "/" + path;
  }
}
