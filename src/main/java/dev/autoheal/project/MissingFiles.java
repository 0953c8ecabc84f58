package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the files that a policy names without a wildcard and that do not exist, so that apply
 * creates them.
 */
public final class MissingFiles {
  /** Matches the folder of git in a path, with all names that Windows takes for it. */
  private static final Pattern GIT = Pattern.compile("(?i)(^|/)(\\.git[. ]*|git~1)(:[^/]*)?(/|$)");

  private final FileSelection files;
  private final Optional<String> app;
  private final PolicyFinder policies;
  private final Map<Path, InputFile> missing = new TreeMap<>();

  /**
   * Creates a search for one run.
   *
   * @param app the only app whose files are considered; empty for all apps
   */
  public MissingFiles(FileSelection files, Optional<String> app, PolicyFinder policies) {
    this.files = files;
    this.app = app;
    this.policies = policies;
  }

  /**
   * Finds the missing files below the paths of the command line, sorted by path. Excluded files are
   * left out.
   *
   * @param searched the folders whose policies are considered; foreign ones are not
   * @throws UsageException if a path of the command line does not exist and is not among the
   *     missing files
   */
  public List<InputFile> find(List<FileFinder.Place> searched) throws IOException, UsageException {
    for (FileFinder.Place place : searched) {
      Optional<Policy> policy = policies.of(place.root(), place.folder());
      if (policy.isPresent() && !place.foreign()) {
        find(place.root(), policy.get());
      }
    }
    for (Path path : files.paths()) {
      Path file = files.absolute(path);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !missing.containsKey(file)) {
        throw new UsageException(
            "%s does not exist; add its path without a wildcard to the policy".formatted(path));
      }
    }
    return List.copyOf(missing.values());
  }

  private void find(ProjectRoot root, Policy policy) throws IOException {
    List<String> named =
        policy.apps().stream()
            .filter(each -> app.map(each.name()::equals).orElse(true))
            .flatMap(each -> each.files().exactPaths().stream())
            .filter(path -> policy.exclusionOf(path).isEmpty())
            .toList();
    for (String path : named) {
      Path file = root.folder().resolve(path);
      boolean isRequested =
          files.paths().stream().anyMatch(p -> file.startsWith(files.absolute(p)));
      if (isRequested && root.tree().kind(path).isEmpty()) {
        missing.put(file, target(root, path));
      }
    }
  }

  /** Returns whether a path leads into the folder of git, itself or through links. */
  private static boolean isInGit(ProjectRoot root, String path) throws IOException {
    String existing = path;
    while (root.tree().kind(existing).isEmpty()) {
      existing = FileTree.folderOf(existing);
    }
    String real = root.tree().real(existing).orElse("");
    return GIT.matcher(path).find() || GIT.matcher(real).find();
  }

  /**
   * Returns a missing file, unreadable if it must not be created, skipped if its folder has a file
   * whose name differs only in case. Windows, where the app runs, treats both names as one file.
   */
  private static InputFile target(ProjectRoot root, String path) throws IOException {
    if (isInGit(root, path)) {
      return InputFile.unreadable(root, path, "autoheal creates no files inside '.git'");
    }
    if (!SearchedFiles.isConfig(path)) {
      return InputFile.unreadable(
          root, path, "autoheal creates only 'web.config' and 'web.*.config' files");
    }
    Optional<FileTree.Entry> twin =
        root.tree().list(FileTree.folderOf(path)).stream()
            .filter(entry -> entry.name().equalsIgnoreCase(FileTree.nameOf(path)))
            .findFirst();
    return twin.isEmpty()
        ? InputFile.missing(root, path)
        : InputFile.skipped(root, path, "not created next to " + twin.get().name());
  }
}
