package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.policy.Policy;
import dev.autoheal.section.WebConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which files are the root web.config of an app, where a section may be created. These are
 * files without a matched web.config above them, and files that a pattern names without a wildcard.
 * A transform gets a section only if the last name of a pattern is the name of the transform. A
 * wildcard in that name means web.config only.
 */
public final class RootConfigs {
  private final PolicyFinder policies;
  private final Optional<Set<Path>> bound;
  private final SiblingFiles siblings = new SiblingFiles();

  /**
   * Creates the decisions for one run.
   *
   * @param bound the files that {@code --app} binds; empty when the patterns of policies do
   */
  public RootConfigs(PolicyFinder policies, Optional<Set<Path>> bound) {
    this.policies = policies;
    this.bound = bound;
  }

  /** Returns whether {@code --app} determines the files of the app, whatever their names. */
  public boolean isBound() {
    return bound.isPresent();
  }

  /** Returns the files in the same folders as the files of the run. */
  public SiblingFiles siblings() {
    return siblings;
  }

  /** Returns whether a section may be created in a file. */
  public boolean isRoot(InputFile target) throws IOException {
    return isNamed(target) || (above(target).isEmpty() && canHoldSection(target));
  }

  /** Returns why a section may not be created in a file for which {@link #isRoot} is false. */
  public String whyNot(InputFile target) throws IOException {
    if (!canHoldSection(target)) {
      return "a transform without a section; the policy does not name it without a wildcard";
    }
    return "below %s, the root file of the app; IIS reads a section only there"
        .formatted(above(target).orElseThrow());
  }

  private boolean isNamed(InputFile target) throws IOException {
    return policies
        .of(target.root(), FileTree.folderOf(target.path()))
        .filter(policy -> policy.namesExactly(target.path()))
        .isPresent();
  }

  private boolean canHoldSection(InputFile target) throws IOException {
    return WebConfig.Role.of(target.path()) != WebConfig.Role.TRANSFORM
        || bound.isPresent()
        || policies
            .of(target.root(), FileTree.folderOf(target.path()))
            .flatMap(policy -> policy.appFor(target.path()))
            .filter(app -> app.files().namesFile(target.path()))
            .isPresent();
  }

  /** Returns the nearest web.config in a folder above, whether or not an app matches it. */
  public Optional<String> anyAbove(InputFile target) throws IOException {
    return above(target, false);
  }

  private Optional<String> above(InputFile target) throws IOException {
    return above(target, true);
  }

  private Optional<String> above(InputFile target, boolean matchedOnly) throws IOException {
    String folder = FileTree.folderOf(target.path());
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      Optional<String> config = siblings.config(target.root(), folder);
      if (config.isPresent() && (!matchedOnly || isMatched(target.root(), folder, config.get()))) {
        return config;
      }
    }
    return Optional.empty();
  }

  private boolean isMatched(ProjectRoot root, String folder, String config) throws IOException {
    Optional<Policy> policy = policies.of(root, folder);
    if (policy.isEmpty() || policy.get().exclusionOf(config).isPresent()) {
      return false;
    }
    return bound
        .map(files -> files.contains(root.folder().resolve(config)))
        .orElseGet(() -> policy.get().appFor(config).isPresent());
  }
}
