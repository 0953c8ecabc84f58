package dev.autoheal.lint;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Exemption;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.RuleSetting;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.rule.RuleConfig;
import dev.autoheal.rule.SuppressedFinding;
import dev.autoheal.rules.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects how the files of a run use each policy, and reports findings about the policies
 * themselves. They are reported once per policy, after all files are checked.
 */
final class PolicyUsage {
  private final LintOptions options;
  private final List<FileFinder.Place> walked;
  private final IdentityHashMap<Policy, Use> uses = new IdentityHashMap<>();

  /**
   * The exceptions and apps of one policy that the run has used so far. It is complete if all files
   * of the policy were checked.
   */
  private static final class Use {
    private final Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> apps = new HashSet<>();
    private boolean complete;
  }

  /**
   * Creates the collection for a run whose files are all checked.
   *
   * @param walked the folders that were searched with everything below them
   */
  PolicyUsage(LintOptions options, List<FileFinder.Place> walked) {
    this.options = options;
    this.walked = walked;
  }

  /**
   * Records the result of a file under a policy.
   *
   * @param hasFailed whether the file could not be checked; then unused exceptions and unmatched
   *     apps are not reported
   */
  void add(Policy policy, InputFile target, FileResult result, boolean hasFailed) {
    Use use = uses.computeIfAbsent(policy, key -> newUse(key, target.root()));
    // Thousands of findings may share one list of thousands of exceptions.
    Set<List<Exemption>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
    result.found().suppressed().stream().map(SuppressedFinding::exceptions).forEach(lists::add);
    lists.forEach(use.used::addAll);
    result.app().or(() -> policy.appFor(target.path()).map(App::name)).ifPresent(use.apps::add);
    use.complete &= !hasFailed;
  }

  /**
   * Creates an empty use. It is never complete in diff and apply, which skip some files and may fix
   * what an exception accepts.
   */
  private Use newUse(Policy policy, ProjectRoot root) {
    String folder = FileTree.folderOf(policy.path());
    Use use = new Use();
    use.complete =
        !options.task().mode().isRewrite()
            && walked.stream()
                .filter(place -> place.root().folder().equals(root.folder()))
                .anyMatch(place -> holds(place.folder(), folder));
    return use;
  }

  private static boolean holds(String outer, String inner) {
    return outer.isEmpty() || (inner + "/").startsWith(outer + "/");
  }

  /** Returns the findings about all policies, sorted and without duplicates. */
  List<ReportedFinding> sorted() {
    return uses.entrySet().stream()
        .flatMap(each -> findings(each.getKey(), each.getValue()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private List<ReportedFinding> findings(Policy policy, Use use) {
    RuleConfig config = RuleConfig.of(Rules.all(), Optional.of(policy), options.today());
    List<ReportedFinding> findings =
        new ArrayList<>(Rules.checkExceptions(config, use.used, use.complete));
    for (App app : policy.apps()) {
      findings.addAll(Rules.checkActions(List.of(app), config(app, policy, config)));
    }
    if (use.complete && options.policy().app().isEmpty()) {
      for (App app : unmatched(policy, use.apps)) {
        findings.addAll(Rules.checkUnmatched(List.of(app), config(app, policy, config)));
      }
    }
    return findings;
  }

  private RuleConfig config(App app, Policy policy, RuleConfig ofPolicy) {
    Map<String, RuleSetting> rules = app.severities().rules();
    return rules.equals(policy.rules())
        ? ofPolicy
        : RuleConfig.of(Rules.all(), rules, policy.exceptions(), options.today());
  }

  /**
   * Returns the apps of the policy file itself that matched no file. Apps of a file that it extends
   * are left out, because they may have files elsewhere.
   */
  private static List<App> unmatched(Policy policy, Set<String> matched) {
    return policy.apps().stream()
        .filter(app -> app.place().path().equals(policy.path()) && !matched.contains(app.name()))
        .toList();
  }
}
