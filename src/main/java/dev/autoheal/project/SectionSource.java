package dev.autoheal.project;

import dev.autoheal.files.Tree;
import dev.autoheal.rule.Subject;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that {@code configSource} of a section names. */
public final class SectionSource {
  private SectionSource() {}

  /** The file itself, where it is there. */
  public static Optional<SourceFile> of(Target target, Subject subject) throws IOException {
    Optional<String> path = path(target, subject);
    boolean isFile =
        path.isPresent()
            && target.root().tree().kind(path.get()).equals(Optional.of(Tree.Kind.FILE));
    return isFile ? Optional.of(Target.file(target.root(), path.get()).read()) : Optional.empty();
  }

  /** Its path, whether or not it is there: IIS follows it to one in the same folder or below. */
  public static Optional<String> path(Target target, Subject subject) {
    return subject
        .sourceName()
        .map(seen -> seen.replace('\\', '/'))
        .filter(SectionSource::isBelow)
        .map(name -> Tree.join(Tree.folderOf(target.path()), name));
  }

  private static boolean isBelow(String path) {
    return path.indexOf(':') < 0
        && path.indexOf('\0') < 0
        && Stream.of(path.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }
}
