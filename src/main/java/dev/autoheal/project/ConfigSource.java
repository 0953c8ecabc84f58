package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that {@code configSource} of a section names. */
public final class ConfigSource {
  private ConfigSource() {}

  /** The file itself, where it is there. */
  public static Optional<SourceFile> of(InputFile target, RuleContext subject) throws IOException {
    Optional<String> path = path(target, subject);
    boolean isFile =
        path.isPresent()
            && target.root().tree().kind(path.get()).equals(Optional.of(FileTree.Kind.FILE));
    return isFile
        ? Optional.of(InputFile.file(target.root(), path.get()).read())
        : Optional.empty();
  }

  /** Its path, whether or not it is there: IIS follows it to one in the same folder or below. */
  public static Optional<String> path(InputFile target, RuleContext subject) {
    return subject
        .sourceName()
        .map(seen -> seen.replace('\\', '/'))
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
