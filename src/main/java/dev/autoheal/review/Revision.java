package dev.autoheal.review;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.Problem;
import dev.autoheal.finding.ReportedFinding;
import dev.autoheal.lint.CheckedFile;
import dev.autoheal.lint.FileProcessor;
import dev.autoheal.lint.LintOptions;
import dev.autoheal.policy.App;
import dev.autoheal.policy.Policy;
import dev.autoheal.project.AppFiles;
import dev.autoheal.project.ConfigSource;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.RootConfigs;
import dev.autoheal.project.SearchedFiles;
import dev.autoheal.project.UsageException;
import dev.autoheal.project.Variant;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** One revision of a repository, with its files and the policies among them. */
final class Revision {
  private final LintOptions options;
  private final ProjectRoot root;
  private final PolicyFinder policies;
  private final RootConfigs roots;
  private final FileProcessor processor;
  private final Map<String, Map<String, String>> sources = new HashMap<>();
  private final Map<String, Map<String, List<String>>> names = new HashMap<>();

  /**
   * Creates a revision and reads the policies that the options name.
   *
   * @param repository the root folder of the repository
   * @param tree the files of the revision
   */
  Revision(Path repository, FileTree tree, LintOptions options) throws IOException, UsageException {
    this.options = options;
    this.root = new ProjectRoot(repository, tree, true);
    this.policies = options.policyFinder();
    this.roots = new RootConfigs(policies, Optional.empty());
    this.processor = new FileProcessor(options, roots);
    policies.readNamed();
  }

  /**
   * Returns the root folder of the repository that a folder is in.
   *
   * @throws UsageException if the folder is not in a repository
   */
  static Path repository(Path folder) throws IOException, UsageException {
    ProjectRoot root = ProjectRoot.of(folder, folder);
    if (!root.isRepository()) {
      throw new UsageException("missing git repository; change to a repository");
    }
    return root.folder();
  }

  /** Returns whether a path ends in the name of a web.config or of one of its transforms. */
  static boolean isConfig(String path) {
    return SearchedFiles.isConfig(path);
  }

  /** Returns whether a file with that path is checked when the whole repository is. */
  boolean isChecked(String path) throws IOException {
    return SearchedFiles.isSearched(path)
        || (isConfig(path) && SearchedFiles.isSearched(path, policyOf(path)));
  }

  /** Returns the files that the policies read so far name without a wildcard. */
  List<String> named() {
    return policies.policies().stream()
        .flatMap(policy -> policy.apps().stream())
        .flatMap(app -> app.files().exactPaths().stream())
        .toList();
  }

  /** Returns whether a file with that path is a policy. */
  static boolean isPolicy(String path) {
    return PolicyFinder.NAMES.contains(FileTree.nameOf(path));
  }

  /** Returns the files of the revision. */
  FileTree tree() {
    return root.tree();
  }

  /**
   * Returns whether the revision has a file or folder with that path, or may have one: below a link
   * that is not followed, and in a submodule, this is unknown.
   */
  boolean holds(String path) throws IOException {
    return kind(path).isPresent();
  }

  private Optional<FileTree.Kind> kind(String path) throws IOException {
    Optional<FileTree.Kind> kind = root.tree().kind(path);
    String folder = path;
    while (kind.isEmpty() && !folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      kind = root.tree().kind(folder);
    }
    boolean isUnknown =
        kind.equals(Optional.of(FileTree.Kind.BAD_LINK))
            || kind.equals(Optional.of(FileTree.Kind.OTHER));
    return folder.equals(path) || isUnknown ? kind : Optional.empty();
  }

  /** Returns whether the content of a file differs in another revision. */
  boolean differs(Revision other, String path) throws IOException {
    Optional<SourceFile> here = read(path);
    Optional<SourceFile> there = other.read(path);
    if (here.isEmpty() || there.isEmpty()) {
      return here.isPresent() || there.isPresent() || holds(path) != other.holds(path);
    }
    return !here.get().sameBytes(there.get());
  }

  /**
   * Returns the policy of a file; empty when there is none or it is invalid, see {@link #problems}.
   */
  Optional<Policy> policyOf(String path) throws IOException {
    return policies.of(root, FileTree.folderOf(path));
  }

  /** Returns whether a valid policy was read so far. */
  boolean hasPolicy() {
    return !policies.policies().isEmpty();
  }

  /** Returns whether a policy that was read so far extends a file. */
  boolean isExtended(String path) {
    return policies.policies().stream().anyMatch(policy -> policy.files().contains(path));
  }

  /** Returns whether the command line names a policy, so that no other one counts. */
  boolean isPolicyNamed() {
    return options.policy().policy().isPresent();
  }

  /** Returns all files that a search of the root finds, sorted. */
  SortedSet<String> configs() throws IOException {
    return SearchedFiles.configs(root, policies);
  }

  /**
   * Returns the folder whose transforms may have another result when a file differs; empty for
   * files that do not affect publishing.
   */
  static Optional<String> publishedFolder(String path) {
    return isConfig(path) ? Optional.of(FileTree.folderOf(path)) : AppFiles.folderOf(path);
  }

  /**
   * Returns the files directly in a folder that are named like a transform, including fragments.
   */
  List<String> transforms(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    for (FileTree.Entry entry : root.tree().list(folder)) {
      String path = FileTree.join(folder, entry.name());
      boolean isTransform =
          entry.kind() == FileTree.Kind.FILE && WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM;
      if (isTransform && isChecked(path)) {
        found.add(path);
      }
    }
    return found;
  }

  /**
   * Returns the files whose {@code configSource} names a file, in any letter case. Only the folder
   * of that file and the folders above are searched.
   */
  List<String> including(String source) throws IOException {
    List<String> found = new ArrayList<>();
    String folder = source;
    while (!folder.isEmpty()) {
      folder = FileTree.folderOf(folder);
      sourcesIn(folder)
          .forEach(
              (path, named) -> {
                if (named.equalsIgnoreCase(source)) {
                  found.add(path);
                }
              });
    }
    return found;
  }

  /** Returns the paths that {@code configSource} names in the files of a folder, by their path. */
  private Map<String, String> sourcesIn(String folder) throws IOException {
    Map<String, String> known = sources.get(folder);
    if (known == null) {
      known = new TreeMap<>();
      for (FileTree.Entry entry : root.tree().list(folder)) {
        String path = FileTree.join(folder, entry.name());
        if (entry.kind() == FileTree.Kind.FILE && isChecked(path)) {
          InputFile target = InputFile.file(root, path);
          Optional<String> named = ConfigSource.path(target, ParsedFile.of(target.read()));
          if (named.isPresent()) {
            known.put(path, named.get());
          }
        }
      }
      sources.put(folder, known);
    }
    return known;
  }

  /** Returns the problems of the policies that were read so far, sorted. */
  List<Problem> problems() {
    return policies.problems();
  }

  /** Reads a file; empty when there is no regular file with that path. */
  Optional<SourceFile> read(String path) throws IOException {
    InputFile file = input(path);
    return file.skipped().isEmpty() ? Optional.of(file.read()) : Optional.empty();
  }

  /** Returns the paths of the entries of a folder, by their name in lower case. */
  private Map<String, List<String>> names(String folder) throws IOException {
    Map<String, List<String>> known = names.get(folder);
    if (known == null) {
      known = new HashMap<>();
      for (FileTree.Entry entry : root.tree().list(folder)) {
        known
            .computeIfAbsent(entry.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
            .add(FileTree.join(folder, entry.name()));
      }
      names.put(folder, known);
    }
    return known;
  }

  /** Returns the paths that differ from a path in letter case alone, and the path itself. */
  private List<String> spellings(String path) throws IOException {
    List<String> found = List.of("");
    for (String name : path.split("/", -1)) {
      List<String> next = new ArrayList<>();
      for (String folder : found) {
        next.addAll(names(folder).getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
      }
      found = next;
    }
    return found;
  }

  private InputFile input(String path) throws IOException {
    InputFile file = InputFile.of(root, path, kind(path).orElse(FileTree.Kind.OTHER));
    if (file.skipped().isPresent()) {
      return file;
    }
    Optional<String> why =
        spellings(path).size() > 1
            ? Optional.of("another path differs only in letter case")
            : root.tree().unreadable(path);
    return why.map(reason -> InputFile.unreadable(root, path, reason)).orElse(file);
  }

  /**
   * Checks a file. A file that cannot be read is a finding if an app matches it, else it is
   * skipped.
   *
   * @param policy the policy that decides what counts as a finding
   * @param apps returns the app that matches a path
   */
  CheckedFile check(String path, Optional<Policy> policy, Function<String, Optional<App>> apps)
      throws IOException {
    return processor.process(input(path), policy, apps);
  }

  /**
   * Returns the app in a folder.
   *
   * @param apps returns the app of a policy that matches a path
   */
  AppFiles app(String folder, Function<String, Optional<App>> apps) throws IOException {
    return roots.siblings().app(root, folder, apps);
  }

  /**
   * Reads the files of a variant; a base that is not there is an empty configuration.
   *
   * @param apps returns the app of a policy that matches a path
   */
  VariantFiles files(Variant variant, Function<String, Optional<App>> apps) throws IOException {
    return processor.files(variant, root, apps);
  }

  /**
   * Finds where a published file differs from what an app requires, or is outside of its limits.
   */
  List<ReportedFinding> requirementFindings(
      EffectiveConfig published, App app, Optional<Policy> policy) {
    return processor.requirementFindings(published, app, policy);
  }

  /** Returns whether a folder has nothing in it, or does not exist. */
  boolean isEmpty(String folder) throws IOException {
    return root.tree().list(folder).isEmpty();
  }

  /** Returns whether there is a regular file with that path. */
  boolean holdsFile(String path) throws IOException {
    return kind(path).filter(kind -> kind == FileTree.Kind.FILE).isPresent();
  }
}
