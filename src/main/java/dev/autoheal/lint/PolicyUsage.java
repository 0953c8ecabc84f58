package dev.autoheal.lint;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.Finding;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.RunOptions;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is to say of policies themselves, once for each, when all files are judged. */
final class PolicyUsage {
  private final RunOptions options;
  private final List<FileFinder.Place> walked;
  private final IdentityHashMap<Policy, Use> uses = new IdentityHashMap<>();

  /** What a policy was good for in this run. */
  private static final class Use {
    private final Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> apps = new HashSet<>();
    private boolean complete;
  }

  /**
   * Of a run that is over.
   *
   * @param walked the folders that were searched with all that is below them
   */
  PolicyUsage(RunOptions options, List<FileFinder.Place> walked) {
    this.options = options;
    this.walked = walked;
  }

  /** Takes what came of a file under a policy. */
  void add(Policy policy, InputFile target, FileResult result, boolean hasFailed) {
    Use use = uses.computeIfAbsent(policy, key -> newUse(key, target.root()));
    result.ignored().stream().map(SuppressedFinding::exceptions).forEach(use.used::addAll);
    result.app().or(() -> policy.appFor(target.path()).map(App::name)).ifPresent(use.apps::add);
    use.complete &= !hasFailed;
  }

  /** In diff and apply some files are not judged, and what was accepted may be mended. */
  private Use newUse(Policy policy, ProjectRoot root) {
    String folder = FileTree.folderOf(policy.path());
    Use use = new Use();
    use.complete =
        !options.mode().isRewrite()
            && walked.stream()
                .filter(place -> place.root().folder().equals(root.folder()))
                .anyMatch(place -> holds(place.folder(), folder));
    return use;
  }

  private static boolean holds(String outer, String inner) {
    return outer.isEmpty() || (inner + "/").startsWith(outer + "/");
  }

  List<Finding> sorted() {
    return uses.entrySet().stream()
        .flatMap(each -> findings(each.getKey(), each.getValue()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private List<Finding> findings(Policy policy, Use use) {
    RuleConfig terms = RuleConfig.of(Rules.all(), Optional.of(policy), options.today());
    List<Finding> findings = new ArrayList<>(Rules.checkExceptions(terms, use.used, use.complete));
    findings.addAll(Rules.checkActions(policy.apps(), terms));
    if (use.complete && options.app().isEmpty()) {
      findings.addAll(Rules.checkUnmatched(unmatched(policy, use.apps), terms));
    }
    return findings;
  }

  /** The apps of the policy itself; those of a file that it extends may have files elsewhere. */
  private static List<App> unmatched(Policy policy, Set<String> matched) {
    return policy.apps().stream()
        .filter(app -> app.place().path().equals(policy.path()) && !matched.contains(app.name()))
        .toList();
  }
}
