package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.IoErrors;
import dev.autoheal.finding.Problem;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the policy of each file: the nearest one in its folder or above, or the one that the
 * command line names.
 */
public final class PolicyFinder {
  /**
   * The file names of a policy. The first of them that exists in a folder counts; a new policy gets
   * the first name.
   */
  public static final List<String> NAMES =
      List.of("autoheal.yaml", "autoheal.yml", ".autoheal.yaml");

  private final PolicyOptions options;
  private final Path current;
  private final Set<String> rules;
  private final Map<Path, Map<String, Optional<Policy>>> byFolder = new HashMap<>();
  private final Map<Path, Optional<Policy>> byFile = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Named> named = Optional.empty();
  private Optional<SourceFile> base = Optional.empty();

  /**
   * The policy of {@code --policy}.
   *
   * @param root the root of the repository that it is in
   * @param inside the policy for files of that repository
   * @param outside the policy for other files, read as if it were at their root
   */
  private record Named(Path root, Optional<Policy> inside, Optional<Policy> outside) {}

  /**
   * Creates a finder that has not read any policy yet.
   *
   * @param current the current folder, which relative paths of the options are relative to
   * @param rules the ids of all rules, which policies may name
   */
  public PolicyFinder(PolicyOptions options, Path current, Set<String> rules) {
    this.options = options;
    this.current = current;
    this.rules = rules;
  }

  /**
   * Returns the path of the first entry of a folder with the name of a policy. It need not be a
   * regular file.
   */
  public static Optional<String> in(ProjectRoot root, String folder) throws IOException {
    for (String name : NAMES) {
      String path = FileTree.join(folder, name);
      if (mayHave(root, folder, name) && root.tree().kind(path).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** Returns false if no entry of a folder has a name in any letter case, without a look at one. */
  private static boolean mayHave(ProjectRoot root, String folder, String name) throws IOException {
    try {
      for (FileTree.Entry entry : root.tree().list(folder)) {
        if (entry.name().equalsIgnoreCase(name)) {
          return true;
        }
      }
      return false;
    } catch (AccessDeniedException e) {
      return true;
    }
  }

  /** Uses a policy for its folder instead of the one on the disk. */
  public void assume(ProjectRoot root, Policy policy) {
    byFolder(root).put(FileTree.folderOf(policy.path()), Optional.of(policy));
  }

  /**
   * Reads the policies of {@code --policy} and {@code --base-policy}, if they are given.
   *
   * @throws UsageException if one of them is not a regular file, or the base policy is too large
   */
  public void readNamed() throws IOException, UsageException {
    if (options.basePolicy().isPresent()) {
      base = Optional.of(readBase(existing(options.basePolicy().get())));
    }
    if (options.policy().isEmpty()) {
      return;
    }
    Path file = existing(options.policy().get());
    ProjectRoot root = ProjectRoot.of(file.getParent(), current);
    Optional<Policy> inside = read(root, root.relative(file));
    ProjectRoot folder = ProjectRoot.at(file.getParent());
    Optional<Policy> outside =
        inside.isEmpty() || root.folder().equals(folder.folder())
            ? inside
            : parse(folder, folder.relative(file));
    named = Optional.of(new Named(root.folder(), inside, outside));
  }

  private Path existing(Path policy) throws UsageException {
    Path file = current.resolve(policy).normalize();
    if (!Files.isRegularFile(file)) {
      throw new UsageException("missing policy file %s; correct the path".formatted(policy));
    }
    return file;
  }

  /**
   * Reads the base policy under its file name alone, because it may be outside of any repository.
   */
  private static SourceFile readBase(Path file) throws IOException, UsageException {
    if (Files.size(file) > PolicyReader.SIZE_LIMIT) {
      throw new UsageException(
          "expected at most %d bytes for the policy %s"
              .formatted(PolicyReader.SIZE_LIMIT, file.getFileName()));
    }
    return SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /**
   * Returns the policy of a folder; empty when there is none or it is invalid, see {@link
   * #problems}.
   */
  public synchronized Optional<Policy> of(ProjectRoot root, String folder) throws IOException {
    if (named.isPresent()) {
      boolean inside = root.folder().equals(named.get().root);
      return inside ? named.get().inside : named.get().outside;
    }
    Map<String, Optional<Policy>> inRoot = byFolder(root);
    Optional<Policy> known = inRoot.get(folder);
    if (known == null) {
      known = find(root, folder);
      inRoot.put(folder, known);
    }
    return known;
  }

  private Map<String, Optional<Policy>> byFolder(ProjectRoot root) {
    return byFolder.computeIfAbsent(root.folder(), key -> new HashMap<>());
  }

  /**
   * Returns the problems of the policies read so far, sorted. A problem of a policy that several
   * others extend is reported once.
   */
  public List<Problem> problems() {
    return List.copyOf(new TreeSet<>(problems));
  }

  /** Returns the valid policies read so far. */
  public List<Policy> policies() {
    return byFile.values().stream().flatMap(Optional::stream).toList();
  }

  private Optional<Policy> find(ProjectRoot root, String folder) throws IOException {
    Optional<String> path = in(root, folder);
    if (path.isPresent()) {
      return root.tree().kind(path.get()).equals(Optional.of(FileTree.Kind.FILE))
          ? read(root, path.get())
          : unreadable(path.get(), "expected a regular file in the repository for the policy");
    }
    return folder.isEmpty() ? baseAlone(root) : of(root, FileTree.folderOf(folder));
  }

  /**
   * Returns the base policy as the policy of a root that has no other. It is stored under the root
   * folder, a path that no policy file can have.
   */
  private Optional<Policy> baseAlone(ProjectRoot root) {
    return base.flatMap(
        file ->
            byFile.computeIfAbsent(
                root.folder(), key -> valid(PolicyReader.read(file, context(root)))));
  }

  private PolicyReader.Context context(ProjectRoot root) {
    return new PolicyReader.Context(rules, Optional.of(root.tree()), base);
  }

  private Optional<Policy> unreadable(String path, String why) {
    problems.add(new Problem(Location.startOf(path), why));
    return Optional.empty();
  }

  private Optional<Policy> read(ProjectRoot root, String path) {
    Path key = root.folder().resolve(path);
    Optional<Policy> known = byFile.get(key);
    if (known == null) {
      known = parse(root, path);
      byFile.put(key, known);
    }
    return known;
  }

  private Optional<Policy> parse(ProjectRoot root, String path) {
    PolicyReader.Result result;
    try {
      FileTree.Content content = root.tree().read(path, PolicyReader.SIZE_LIMIT);
      result =
          content.size() > PolicyReader.SIZE_LIMIT
              ? PolicyReader.tooLarge(path, content.size())
              : PolicyReader.read(SourceFile.of(path, content.bytes()), context(root));
    } catch (IOException e) {
      return unreadable(path, "cannot read the policy: " + IoErrors.of(e));
    }
    return valid(result);
  }

  private Optional<Policy> valid(PolicyReader.Result result) {
    if (result instanceof PolicyReader.Invalid invalid) {
      problems.addAll(invalid.problems());
      return Optional.empty();
    }
    return Optional.of(((PolicyReader.Valid) result).policy());
  }
}
