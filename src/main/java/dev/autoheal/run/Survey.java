package dev.autoheal.run;

import dev.autoheal.change.Description;
import dev.autoheal.rule.Subject;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a new policy will be about.
 *
 * @param folder of the policy
 * @param targets all that are judged by it, transforms too
 * @param configs the web.config files among them, sorted by path
 * @param nearer how many others have a policy nearer than the new one
 */
record Survey(String folder, List<Target> targets, List<Surveyed> configs, long nearer) {

  /** Sees through the files that were found. */
  static Survey of(PolicyPlace place, Options options, List<Target> found)
      throws IOException, UsageException {
    RootFiles roots = new RootFiles(new PolicyFinder(options), Optional.empty());
    Map<String, Boolean> nearer = new HashMap<>();
    List<Target> targets = new ArrayList<>();
    List<Surveyed> configs = new ArrayList<>();
    long others = 0;
    for (Target target : found) {
      demandBelow(place, target);
      if (target.skipped().isPresent()) {
        continue;
      }
      if (hasNearer(place, Tree.folderOf(target.path()), nearer)) {
        others++;
        continue;
      }
      targets.add(target);
      if (WebConfig.Role.of(target.path()) == WebConfig.Role.CONFIG) {
        configs.add(surveyed(target, roots));
      }
    }
    return new Survey(place.folder(), List.copyOf(targets), List.copyOf(configs), others);
  }

  /** A path as the policy sees it; one above its folder stays as it is. */
  String belowPolicy(String path) {
    return path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
  }

  private static void demandBelow(PolicyPlace place, Target target) throws UsageException {
    boolean isBelow = place.folder().isEmpty() || target.path().startsWith(place.folder() + "/");
    if (!target.root().folder().equals(place.root().folder()) || !isBelow) {
      throw new UsageException(
          "%s is not below the folder that the policy is written to; name one folder"
              .formatted(target.path()));
    }
  }

  private static boolean hasNearer(PolicyPlace place, String folder, Map<String, Boolean> known)
      throws IOException {
    if (folder.equals(place.folder())) {
      return false;
    }
    Boolean answer = known.get(folder);
    if (answer == null) {
      answer =
          PolicyFinder.in(place.root(), folder).isPresent()
              || hasNearer(place, Tree.folderOf(folder), known);
      known.put(folder, answer);
    }
    return answer;
  }

  private static Surveyed surveyed(Target target, RootFiles roots) throws IOException {
    Optional<WebConfig> config = Subject.of(Judge.read(target)).config();
    Optional<String> trouble =
        config.isEmpty()
            ? Optional.of("the file, which cannot be read")
            : Description.whyNone(config.get());
    return new Surveyed(
        target.path(), config.flatMap(Description::of), trouble, roots.anyAbove(target));
  }
}
