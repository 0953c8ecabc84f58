package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file that {@code configSource} of a section names. */
public final class ConfigSource {
  private ConfigSource() {}

  /**
   * Reads the file, whose name may differ in letter case; empty when the section names none or no
   * regular file is there.
   */
  public static Optional<ParsedFile> of(InputFile target, ParsedFile parsed) throws IOException {
    Optional<String> named = path(target, parsed);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    FileTree tree = target.root().tree();
    String path = existing(tree, named.get());
    return tree.kind(path).equals(Optional.of(FileTree.Kind.FILE))
        ? Optional.of(
            ParsedFile.of(InputFile.file(target.root(), path).read(), WebConfig.Role.SOURCE))
        : Optional.empty();
  }

  /** Returns the path with the letter case that its files and folders have, as Windows finds it. */
  private static String existing(FileTree tree, String path) throws IOException {
    String found = "";
    for (String name : path.split("/", -1)) {
      String folder = found;
      List<String> names = tree.list(folder).stream().map(FileTree.Entry::name).toList();
      String exact =
          names.contains(name)
              ? name
              : names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
      found = FileTree.join(folder, exact);
    }
    return found;
  }

  /**
   * Returns the path of the file, whether or not it exists. IIS follows {@code configSource} only
   * to a file in the same folder or below. For any other value the path is empty.
   */
  public static Optional<String> path(InputFile target, ParsedFile parsed) {
    return parsed
        .sourceName()
        .map(value -> value.replace('\\', '/'))
        .filter(ConfigSource::isBelow)
        .map(name -> FileTree.join(FileTree.folderOf(target.path()), name));
  }

  private static boolean isBelow(String path) {
    return path.indexOf(':') < 0
        && path.indexOf('\0') < 0
        && Stream.of(path.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }
}
