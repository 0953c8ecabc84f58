package dev.autoheal.init;

import dev.autoheal.files.FileTree;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.UsageException;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a new policy is for.
 *
 * @param folder the folder of the policy
 * @param targets all files that are checked under it, including transforms
 * @param files the web.config files among them, and the transforms that have or may have a section
 * @param nearer the number of other web.config files whose policy is nearer than the new one
 */
record ProjectScan(String folder, List<InputFile> targets, List<ScannedFile> files, long nearer) {

  /**
   * Reads the files that were found.
   *
   * @throws UsageException if a file is not below the folder of the policy
   */
  static ProjectScan of(PolicyFile place, LintOptions options, List<InputFile> found)
      throws IOException, UsageException {
    RootConfigs roots = new RootConfigs(options.policyFinder(), Optional.empty());
    Map<String, Boolean> nearer = new HashMap<>();
    List<InputFile> targets = new ArrayList<>();
    List<ScannedFile> files = new ArrayList<>();
    long others = 0;
    for (InputFile target : found) {
      requireBelow(place, target);
      if (target.skipped().isPresent()) {
        continue;
      }
      if (hasNearer(place, FileTree.folderOf(target.path()), nearer)) {
        others += WebConfig.Role.of(target.path()) == WebConfig.Role.CONFIG ? 1 : 0;
        continue;
      }
      targets.add(target);
      scanned(target, roots).ifPresent(files::add);
    }
    files.sort(ScannedFile.ORDER);
    return new ProjectScan(place.folder(), List.copyOf(targets), List.copyOf(files), others);
  }

  /** Returns a path relative to the folder of the policy; a path outside of it stays as it is. */
  String belowPolicy(String path) {
    return path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
  }

  /** Returns the same files, of which some are transforms with a section that is not published. */
  ProjectScan withUnused(Set<String> transforms) {
    return new ProjectScan(
        folder,
        targets,
        files.stream()
            .map(file -> transforms.contains(file.path()) ? file.unused() : file)
            .toList(),
        nearer);
  }

  private static void requireBelow(PolicyFile place, InputFile target) throws UsageException {
    boolean isBelow = place.folder().isEmpty() || target.path().startsWith(place.folder() + "/");
    if (!target.root().folder().equals(place.root().folder()) || !isBelow) {
      throw new UsageException(
          "%s is outside the folder of the policy; name one folder".formatted(target.path()));
    }
  }

  private static boolean hasNearer(PolicyFile place, String folder, Map<String, Boolean> known)
      throws IOException {
    if (folder.equals(place.folder())) {
      return false;
    }
    Boolean answer = known.get(folder);
    if (answer == null) {
      answer =
          PolicyFinder.in(place.root(), folder).isPresent()
              || hasNearer(place, FileTree.folderOf(folder), known);
      known.put(folder, answer);
    }
    return answer;
  }

  private static Optional<ScannedFile> scanned(InputFile target, RootConfigs roots)
      throws IOException {
    ParsedFile parsed = ParsedFile.of(target.read());
    if (parsed.isFragment()) {
      return Optional.empty();
    }
    Optional<WebConfig> config = parsed.config();
    Optional<String> trouble =
        config.isEmpty()
            ? Optional.of("the file (unreadable)")
            : ImportedSection.whyNone(config.get());
    ScannedFile file =
        new ScannedFile(
            target.path(), config.flatMap(ImportedSection::of), trouble, roots.anyAbove(target));
    return Optional.of(file).filter(each -> !each.isTransform() || each.mayHaveSection());
  }
}
