package dev.autoheal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds several names of one file, of which only one is to be rewritten. */
final class SameFiles {
  private final Map<Path, InputFile> owners = new HashMap<>();

  private SameFiles() {}

  /**
   * Returns the same files in order. Of several names that lead to one file, all but one are
   * skipped. The name that stays is one that is not a link, if there is one.
   */
  static List<InputFile> skippedIn(List<InputFile> targets) throws IOException {
    SameFiles aliases = new SameFiles();
    for (InputFile target : targets) {
      if (isFile(target) && !Files.isSymbolicLink(path(target))) {
        aliases.claim(target);
      }
    }
    List<InputFile> result = new ArrayList<>();
    for (InputFile target : targets) {
      result.add(isFile(target) ? aliases.claim(target) : target);
    }
    return result;
  }

  private InputFile claim(InputFile target) throws IOException {
    InputFile owner = owners.computeIfAbsent(path(target).toRealPath(), path -> target);
    return owner.equals(target)
        ? target
        : InputFile.skipped(target.root(), target.path(), "same file as " + owner.path());
  }

  private static boolean isFile(InputFile target) {
    return target.skipped().isEmpty();
  }

  private static Path path(InputFile target) {
    return target.root().folder().resolve(target.path());
  }
}
