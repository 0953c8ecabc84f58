package dev.autoheal.run;

import dev.autoheal.policy.Policy;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files are an app's root web.config, where a section may be created: those with no governed
 * web.config above them, and those that a pattern names without a wildcard. A transform gets one
 * only if the last name of a pattern is its own: one with a wildcard there means web.config.
 */
final class RootFiles {
  private final PolicyFinder policies;
  private final Optional<Set<Path>> bound;
  private final Map<String, Optional<String>> configs = new ConcurrentHashMap<>();
  private final Map<String, PublishOrder> orders = new ConcurrentHashMap<>();
  private final Map<String, SourceFile> changed = new ConcurrentHashMap<>();

  /**
   * For one run.
   *
   * @param bound the files that {@code --app} binds; empty when the patterns of policies do
   */
  RootFiles(PolicyFinder policies, Optional<Set<Path>> bound) {
    this.policies = policies;
    this.bound = bound;
  }

  boolean isRoot(Target target) throws IOException {
    return isNamed(target) || (above(target).isEmpty() && isMeant(target));
  }

  /** Why a section may not be created there. */
  String whyNot(Target target) throws IOException {
    if (!isMeant(target)) {
      return "a transform without a section; one is created only where the policy gives its name"
          + " without a wildcard";
    }
    return "below %s, the app's root file; IIS reads a section only there"
        .formatted(above(target).orElseThrow());
  }

  private boolean isNamed(Target target) throws IOException {
    return policies
        .of(target.root(), Tree.folderOf(target.path()))
        .filter(policy -> policy.namesExactly(target.path()))
        .isPresent();
  }

  private boolean isMeant(Target target) throws IOException {
    return WebConfig.Role.of(target.path()) != WebConfig.Role.TRANSFORM
        || bound.isPresent()
        || policies
            .of(target.root(), Tree.folderOf(target.path()))
            .flatMap(policy -> policy.appFor(target.path()))
            .filter(app -> app.files().namesFile(target.path()))
            .isPresent();
  }

  /** The web.config in the folder of a file, which a transform there patches. */
  Optional<String> beside(Target target) throws IOException {
    return config(target.root(), Tree.folderOf(target.path()));
  }

  /** The order in which the transforms in the folder of a file are applied. */
  PublishOrder publishOrder(Target target) throws IOException {
    String folder = Tree.folderOf(target.path());
    String key = key(target.root(), folder);
    PublishOrder known = orders.get(key);
    if (known == null) {
      known = PublishOrder.of(target.root(), folder);
      orders.put(key, known);
    }
    return known;
  }

  /** How many transforms at most are applied before one. */
  int earlier(Target transform) throws IOException {
    return publishOrder(transform).before(transform.path()).stream()
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Has others see a file as this run changes it, also where the change is only shown. */
  void change(Target target, SourceFile after) {
    changed.put(key(target.root(), target.path()), after);
  }

  /** Whether this run changes a file, as far as it has come. */
  boolean isChanged(Root root, String path) {
    return changed.containsKey(key(root, path));
  }

  /** A file as it is, or as this run changes it. */
  SourceFile read(Root root, String path) throws IOException {
    SourceFile after = changed.get(key(root, path));
    return after == null ? Judge.read(Target.file(root, path)) : after;
  }

  /** The nearest web.config in a folder above, governed or not. */
  Optional<String> anyAbove(Target target) throws IOException {
    return above(target, false);
  }

  private Optional<String> above(Target target) throws IOException {
    return above(target, true);
  }

  private Optional<String> above(Target target, boolean governed) throws IOException {
    String folder = Tree.folderOf(target.path());
    while (!folder.isEmpty()) {
      folder = Tree.folderOf(folder);
      Optional<String> config = config(target.root(), folder);
      if (config.isPresent() && (!governed || isGoverned(target.root(), folder, config.get()))) {
        return config;
      }
    }
    return Optional.empty();
  }

  private boolean isGoverned(Root root, String folder, String config) throws IOException {
    Optional<Policy> policy = policies.of(root, folder);
    if (policy.isEmpty() || policy.get().exclusionOf(config).isPresent()) {
      return false;
    }
    return bound
        .map(files -> files.contains(root.folder().resolve(config)))
        .orElseGet(() -> policy.get().appFor(config).isPresent());
  }

  private Optional<String> config(Root root, String folder) throws IOException {
    String key = key(root, folder);
    Optional<String> known = configs.get(key);
    if (known == null) {
      known =
          root.tree().list(folder).stream()
              .filter(entry -> entry.kind() == Tree.Kind.FILE)
              .map(Tree.Entry::name)
              .filter(name -> name.equalsIgnoreCase("web.config"))
              .map(name -> Tree.join(folder, name))
              .findFirst();
      configs.put(key, known);
    }
    return known;
  }

  private static String key(Root root, String path) {
    return root.folder().resolve(path).toString();
  }
}
