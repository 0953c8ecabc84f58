package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * One way in which an app is published.
 *
 * @param name the name by which messages call it, unique within an app
 * @param base the path of the file that publishing starts from
 * @param transforms the paths of the transforms, in the order in which publishing applies them;
 *     only those that exist
 * @param unresolved why these are not known; empty when they are
 */
public record Variant(
    String name, String base, List<String> transforms, Optional<String> unresolved) {
  public Variant {
    transforms = List.copyOf(transforms);
  }

  /** Creates a variant that is known. */
  public static Variant of(String name, String base, List<String> transforms) {
    return new Variant(name, base, transforms, Optional.empty());
  }

  /** Creates a variant that is not known. */
  static Variant unresolved(String name, String base, String reason) {
    return new Variant(name, base, List.of(), Optional.of(reason));
  }

  /** Returns the same variant under another name. */
  Variant named(String other) {
    return new Variant(other, base, transforms, unresolved);
  }

  /** Returns whether all transforms of another variant are applied, whatever their letter case. */
  public boolean includes(Variant other) {
    return other.transforms.stream()
        .allMatch(path -> transforms.stream().anyMatch(path::equalsIgnoreCase));
  }

  /**
   * Returns the variant of an app that was moved, with the paths in its new folder.
   *
   * @param config the earlier path of the web.config
   * @param newConfig its path in the new folder
   */
  public Variant in(
      String folder, String newFolder, Optional<String> config, Optional<String> newConfig) {
    if (folder.equals(newFolder)) {
      return this;
    }
    boolean isConfig = config.filter(base::equals).isPresent();
    return new Variant(
        name,
        isConfig
            ? newConfig.orElse(moved(base, folder, newFolder))
            : moved(base, folder, newFolder),
        transforms.stream().map(path -> moved(path, folder, newFolder)).toList(),
        unresolved);
  }

  private static String moved(String path, String folder, String newFolder) {
    if (!folder.isEmpty() && !path.startsWith(folder + "/")) {
      return path;
    }
    String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
    return FileTree.join(newFolder, below);
  }

  /** Returns whether another variant applies the same transforms to the same file. */
  boolean isLike(Variant other) {
    return base.equals(other.base)
        && transforms.equals(other.transforms)
        && unresolved.equals(other.unresolved);
  }
}
