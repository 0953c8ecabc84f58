package dev.autoheal.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one policy file asks for, resolved. All paths are relative to the repository root; a file
 * outside the folder of the policy is governed by no app and excluded by nothing.
 *
 * @param path of the policy file
 * @param index the apps
 * @param exclude what leaves files alone, for each file of the policy that does
 * @param rules what becomes of the rules that are named, by their names
 * @param exceptions in the order of the file
 * @param files the paths of the policy file and of those that it builds on
 * @param limits of an app that states none, its percentages not yet resolved
 */
public record Policy(
    String path,
    AppIndex index,
    List<Exclusion> exclude,
    Map<String, RuleSetting> rules,
    List<Exemption> exceptions,
    List<String> files,
    Limits limits) {
  public Policy {
    files = List.copyOf(files);
    exclude = List.copyOf(exclude);
    rules = Map.copyOf(rules);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Files that are left alone.
   *
   * @param policy the path of the file that says so
   */
  public record Exclusion(String policy, FilePatterns files) {}

  /** In the order of the file, then those of the files it extends. */
  public List<App> apps() {
    return index.apps();
  }

  /** The first app whose patterns match; excluded files have one too. */
  public Optional<App> appFor(String path) {
    return index.find(path);
  }

  /** What leaves a file alone, whatever app it belongs to. */
  public Optional<Exclusion> exclusionOf(String path) {
    return exclude.stream().filter(each -> each.files().matches(path)).findFirst();
  }

  /** Whether the app that governs the file names it without a wildcard. */
  public boolean namesExactly(String path) {
    return appFor(path).filter(app -> app.files().namesExactly(path)).isPresent();
  }

  /** An app of another version of this policy, within what this one allows every app. */
  public App limiting(App app) {
    return new App(
        app.name(),
        app.place(),
        app.files(),
        app.asked(),
        app.limits().tightenedBy(limits.within(app.plan())),
        app.plan());
  }

  /** The app of that name, in exactly these letters. */
  public Optional<App> app(String name) {
    return apps().stream().filter(app -> app.name().equals(name)).findFirst();
  }
}
