package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.Policy;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which files are an app's root web.config, where a section may be created: those with no governed
 * web.config above them, and those that a pattern names without a wildcard. A transform gets one
 * only if the last name of a pattern is its own: one with a wildcard there means web.config.
 */
public final class RootConfigs {
  private final PolicyFinder policies;
  private final Optional<Set<Path>> bound;
  private final SiblingFiles neighbours = new SiblingFiles();

  /**
   * For one run.
   *
   * @param bound the files that {@code --app} binds; empty when the patterns of policies do
   */
  public RootConfigs(PolicyFinder policies, Optional<Set<Path>> bound) {
    this.policies = policies;
    this.bound = bound;
  }

  /** What lies beside the files of the run. */
  public SiblingFiles neighbours() {
    return neighbours;
  }

  public boolean isRoot(InputFile target) throws IOException {
    return isNamed(target) || (above(target).isEmpty() && isMeant(target));
  }

  /** Why a section may not be created there. */
  public String whyNot(InputFile target) throws IOException {
    if (!isMeant(target)) {
      return "a transform without a section; one is created only where the policy gives its name"
          + " without a wildcard";
    }
    return "below %s, the app's root file; IIS reads a section only there"
        .formatted(above(target).orElseThrow());
  }

  private boolean isNamed(InputFile target) throws IOException {
    return policies
        .of(target.root(), FileTree.folderOf(target.path()))
        .filter(policy -> policy.namesExactly(target.path()))
        .isPresent();
  }

  private boolean isMeant(InputFile target) throws IOException {
    return WebConfig.Role.of(target.path()) != WebConfig.Role.TRANSFORM
        || bound.isPresent()
        || policies
            .of(target.root(), FileTree.folderOf(target.path()))
            .flatMap(policy -> policy.appFor(target.path()))
            .filter(app -> app.files().namesFile(target.path()))
            .isPresent();
  }

  /** The nearest web.config in a folder above, governed or not. */
  public Optional<String> anyAbove(InputFile target) throws IOException {
    return above(target, false);
  }

  private Optional<String> above(InputFile target) throws IOException {
    return above(target, true);
  }

  private Optional<String> above(InputFile target, boolean governed) throws IOException {
    String folder = FileTree.folderOf(target.path());
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      Optional<String> config = neighbours.config(target.root(), folder);
      if (config.isPresent() && (!governed || isGoverned(target.root(), folder, config.get()))) {
        return config;
      }
    }
    return Optional.empty();
  }

  private boolean isGoverned(ProjectRoot root, String folder, String config) throws IOException {
    Optional<Policy> policy = policies.of(root, folder);
    if (policy.isEmpty() || policy.get().exclusionOf(config).isPresent()) {
      return false;
    }
    return bound
        .map(files -> files.contains(root.folder().resolve(config)))
        .orElseGet(() -> policy.get().appFor(config).isPresent());
  }
}
