package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
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
    Optional<String> path = target.root().file(named.get());
    return path.isPresent()
        ? Optional.of(
            ParsedFile.of(InputFile.file(target.root(), path.get()).read(), WebConfig.Role.SOURCE))
        : Optional.empty();
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
