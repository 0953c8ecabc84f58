package dev.autoheal.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy file, resolved together with the files that it extends. All paths are relative to the
 * repository root. No app matches a file outside the folder of the policy, and the policy does not
 * exclude such a file.
 *
 * @param index the apps
 * @param exclude the exclusions, one for each file of the policy that has one
 * @param rules the settings of the rules that the policy names, by rule name
 * @param exceptions the exemptions in the order of the file
 * @param files the paths of the policy file, which comes first, and of the files that it builds on
 * @param limits the limits of an app that states none; percentages in them are not yet resolved
 * @param severities the severities of an app that states none
 */
public record Policy(
    AppIndex index,
    List<Exclusion> exclude,
    Map<String, RuleSetting> rules,
    List<Exemption> exceptions,
    List<String> files,
    Limits limits,
    Severities severities) {
  /** Copies the collections, so that a policy is immutable. */
  public Policy {
    files = List.copyOf(files);
    exclude = List.copyOf(exclude);
    rules = Map.copyOf(rules);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * The files that a policy excludes from checks.
   *
   * @param policy the path of the policy file that states the exclusion
   * @param files the excluded files
   */
  public record Exclusion(String policy, FilePatterns files) {}

  /** Returns the path of the policy file. */
  public String path() {
    return files.get(0);
  }

  /** Returns the apps in the order of the file, then the apps of the files that it extends. */
  public List<App> apps() {
    return index.apps();
  }

  /**
   * Finds the first app that matches a file; empty when none does. An excluded file may have an app
   * too.
   */
  public Optional<App> appFor(String path) {
    return index.find(path);
  }

  /**
   * Finds the first exclusion that matches a file, whichever app matches it; empty when the file is
   * not excluded.
   */
  public Optional<Exclusion> exclusionOf(String path) {
    return exclude.stream().filter(each -> each.files().matches(path)).findFirst();
  }

  /** Returns whether an app matches the file and names it without a wildcard. */
  public boolean namesExactly(String path) {
    return appFor(path).filter(app -> app.files().namesExactly(path)).isPresent();
  }

  /**
   * Tightens the limits of an app of another version of this policy. The limits that this policy
   * sets for every app apply too, and its severities replace those of the app.
   */
  public App limiting(App app) {
    return app.under(
        app.terms().with(app.limits().tightenedBy(limits.within(app.plan())), severities));
  }

  /** Finds the first app of that name, case-sensitively; empty when there is none. */
  public Optional<App> app(String name) {
    return apps().stream().filter(app -> app.name().equals(name)).findFirst();
  }
}
