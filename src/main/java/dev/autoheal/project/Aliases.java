package dev.autoheal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several names of one file, of which only one is to be rewritten. */
final class Aliases {
  private final Map<Path, Target> owners = new HashMap<>();

  private Aliases() {}

  /** The same targets, of several that lead to one file all but one skipped. */
  static List<Target> skippedIn(List<Target> targets) throws IOException {
    Aliases aliases = new Aliases();
    for (Target target : targets) {
      if (isFile(target) && !Files.isSymbolicLink(path(target))) {
        aliases.claim(target);
      }
    }
    List<Target> result = new ArrayList<>();
    for (Target target : targets) {
      result.add(isFile(target) ? aliases.claim(target) : target);
    }
    return result;
  }

  private Target claim(Target target) throws IOException {
    Target owner = owners.computeIfAbsent(path(target).toRealPath(), path -> target);
    return owner.equals(target)
        ? target
        : Target.skipped(target.root(), target.path(), "another name of " + owner.path());
  }

  private static boolean isFile(Target target) {
    return target.skipped().isEmpty();
  }

  private static Path path(Target target) {
    return target.root().folder().resolve(target.path());
  }
}
