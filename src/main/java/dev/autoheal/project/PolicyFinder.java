package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import dev.autoheal.files.IoErrors;
import dev.autoheal.finding.Problem;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.read.PolicyReader;
import dev.autoheal.text.Location;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
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

/** Finds the policy of each file: the nearest one upwards, or the one that was named. */
public final class PolicyFinder {
  /** What a policy is called; the first that lies in a folder counts, and new ones are it. */
  public static final List<String> NAMES =
      List.of("autoheal.yaml", "autoheal.yml", ".autoheal.yaml");

  private final RunOptions options;
  private final Set<String> rules;
  private final Map<Path, Optional<Policy>> byFolder = new HashMap<>();
  private final Map<Path, Optional<Policy>> byFile = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Named> named = Optional.empty();
  private Optional<SourceFile> base = Optional.empty();

  /**
   * The policy of {@code --policy}.
   *
   * @param inside for files of the repository it lies in
   * @param outside for others, as if it lay at their root
   */
  private record Named(Path root, Optional<Policy> inside, Optional<Policy> outside) {}

  /**
   * Nothing is read yet.
   *
   * @param rules the ids of all rules, which policies may name
   */
  public PolicyFinder(RunOptions options, Set<String> rules) {
    this.options = options;
    this.rules = rules;
  }

  /** The first file of a folder that is named like a policy, whatever it is. */
  public static Optional<String> in(ProjectRoot root, String folder) throws IOException {
    for (String name : NAMES) {
      String path = FileTree.join(folder, name);
      if (root.tree().kind(path).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** Takes a policy for the one of its folder, whatever lies there. */
  public void assume(ProjectRoot root, Policy policy) {
    byFolder.put(root.folder().resolve(FileTree.folderOf(policy.path())), Optional.of(policy));
  }

  /** Reads the policies that were named, if some were. */
  public void readNamed() throws IOException, UsageException {
    if (options.basePolicy().isPresent()) {
      base = Optional.of(readBase(existing(options.basePolicy().get())));
    }
    if (options.policy().isEmpty()) {
      return;
    }
    Path file = existing(options.policy().get());
    ProjectRoot root = ProjectRoot.of(file.getParent(), options.current());
    Optional<Policy> inside = read(root, root.relative(file));
    ProjectRoot folder = ProjectRoot.at(file.getParent());
    Optional<Policy> outside =
        inside.isEmpty() || root.folder().equals(folder.folder())
            ? inside
            : parse(folder, folder.relative(file));
    named = Optional.of(new Named(root.folder(), inside, outside));
  }

  private Path existing(Path policy) throws UsageException {
    Path file = options.current().resolve(policy).normalize();
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no policy %s".formatted(policy));
    }
    return file;
  }

  /** It goes by its name alone, since it may lie outside of any repository. */
  private static SourceFile readBase(Path file) throws IOException, UsageException {
    if (Files.size(file) > PolicyReader.SIZE_LIMIT) {
      throw new UsageException(
          "%s is larger than a policy may be, %d bytes"
              .formatted(file.getFileName(), PolicyReader.SIZE_LIMIT));
    }
    return SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file));
  }

  /** The policy of a folder; empty when there is none or it is invalid, see {@link #problems}. */
  public synchronized Optional<Policy> of(ProjectRoot root, String folder) throws IOException {
    if (named.isPresent()) {
      boolean inside = root.folder().equals(named.get().root);
      return inside ? named.get().inside : named.get().outside;
    }
    Path key = root.folder().resolve(folder);
    Optional<Policy> known = byFolder.get(key);
    if (known == null) {
      known = find(root, folder);
      byFolder.put(key, known);
    }
    return known;
  }

  /** What is wrong with the policies that were read, sorted; of a shared one it is said once. */
  public List<Problem> problems() {
    return List.copyOf(new TreeSet<>(problems));
  }

  /** The policies that could be read. */
  public List<Policy> policies() {
    return byFile.values().stream().flatMap(Optional::stream).toList();
  }

  private Optional<Policy> find(ProjectRoot root, String folder) throws IOException {
    Optional<String> path = in(root, folder);
    if (path.isPresent()) {
      return root.tree().kind(path.get()).equals(Optional.of(FileTree.Kind.FILE))
          ? read(root, path.get())
          : unreadable(
              path.get(), "a policy that is no regular file of this repository is not read");
    }
    return folder.isEmpty() ? baseAlone(root) : of(root, FileTree.folderOf(folder));
  }

  /** Known by its root, where no policy can have the same path. */
  private Optional<Policy> baseAlone(ProjectRoot root) {
    return base.flatMap(
        file ->
            byFile.computeIfAbsent(
                root.folder(), key -> taken(PolicyReader.read(file, context(root)))));
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
      return unreadable(path, "the policy cannot be read: " + IoErrors.of(e));
    }
    return taken(result);
  }

  private Optional<Policy> taken(PolicyReader.Result result) {
    if (result instanceof PolicyReader.Invalid invalid) {
      problems.addAll(invalid.problems());
      return Optional.empty();
    }
    return Optional.of(((PolicyReader.Valid) result).policy());
  }
}
