package dev.autoheal.policy.read;

import dev.autoheal.files.FileTree;
import dev.autoheal.finding.Problem;
import dev.autoheal.policy.Policy;
import dev.autoheal.policy.read.PolicyDocument.Text;
import dev.autoheal.text.Location;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a policy file, and the files that it extends, into a {@link Policy}. A policy has this
 * form:
 *
 * <pre>{@code
 * version: 1
 * extends: ../platform/autoheal.yaml
 * presets: { NAME: { triggers: …, action: …, unmanaged: …, limits: …, plan: …, … } }
 * defaults: { triggers: …, action: …, unmanaged: …, limits: …, plan: …, … }
 * apps:
 *   - { name: …, files: [ … ], presets: [ … ], triggers: …, action: …, … }
 * rules: { RULE: off }
 * exceptions:
 *   - { rule: …, files: [ … ], until: …, reason: … }
 * exclude: [ … ]
 * }</pre>
 */
public final class PolicyReader {
  /** The size in bytes above which a file is not parsed. */
  public static final int SIZE_LIMIT = 256 * 1024;

  private static final String EXTENDS = "'extends'";

  private static final String RELATIVE = "a relative path inside the repository";

  /** The largest number of files that may extend one another. */
  private static final int DEPTH = 8;

  private final Context context;
  private final List<PolicyDocument> chain = new ArrayList<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final SortedSet<Problem> found = new TreeSet<>();
  private boolean isWhole = true;

  /**
   * The context in which a policy is read.
   *
   * @param rules the names of all rules
   * @param tree the tree with the files that the policy extends; absent when it may extend none
   * @param base a policy that all others extend, whose patterns are relative to the repository
   *     root; absent when there is none
   */
  public record Context(Set<String> rules, Optional<FileTree> tree, Optional<SourceFile> base) {}

  /** The result of reading a policy file. */
  public sealed interface Result {}

  /**
   * The result for a policy without problems.
   *
   * @param policy the policy, merged with the files that it extends
   */
  public record Valid(Policy policy) implements Result {}

  /**
   * The result for a file with problems; no part of it may be used.
   *
   * @param problems the problems, at least one, sorted by location; some may be in files that it
   *     extends
   */
  public record Invalid(List<Problem> problems) implements Result {
    /** Copies the problems. */
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  private PolicyReader(Context context) {
    this.context = context;
  }

  /**
   * Reads a policy that may not extend another. The paths of the file and of the problems are
   * relative to the repository root.
   *
   * @param rules the names of all rules
   */
  public static Result read(SourceFile file, Set<String> rules) {
    return read(file, new Context(rules, Optional.empty(), Optional.empty()));
  }

  /**
   * Reads a policy and the files that it extends. A problem in one of them makes the result {@link
   * Invalid}.
   */
  public static Result read(SourceFile file, Context context) {
    return new PolicyReader(context).result(file);
  }

  /**
   * Returns the result for a file above {@link #SIZE_LIMIT}, of which only the size was read.
   *
   * @param size the size in bytes
   */
  public static Invalid tooLarge(String path, long size) {
    return new Invalid(
        List.of(new Problem(Location.startOf(path), beyondLimit("the policy", size))));
  }

  private static String beyondLimit(String name, long size) {
    return Expected.message(
        "at most %d bytes".formatted(SIZE_LIMIT), name, "%d bytes".formatted(size));
  }

  private Result result(SourceFile file) {
    if (file.bytes().length > SIZE_LIMIT) {
      return tooLarge(file.path(), file.bytes().length);
    }
    ProblemCollector problems = new ProblemCollector(file);
    read(file, FileTree.folderOf(file.path()), problems);
    Optional<SourceFile> base = context.base().filter(other -> paths.add(other.path()));
    if (base.isPresent()) {
      ProblemCollector ofBase = new ProblemCollector(base.get());
      read(base.get(), "", ofBase);
      found.addAll(ofBase.sorted());
    }
    Optional<Policy> policy =
        chain.isEmpty()
            ? Optional.empty()
            : Optional.of(new PolicyMerger(chain, isWhole, problems).policy(List.copyOf(paths)));
    found.addAll(problems.sorted());
    return policy.isPresent() && found.isEmpty()
        ? new Valid(policy.get())
        : new Invalid(List.copyOf(found));
  }

  private void read(SourceFile file, String folder, ProblemCollector problems) {
    paths.add(file.path());
    Optional<PolicyDocument> document =
        new PolicyFileReader(file, folder, context.rules(), problems).read();
    document.ifPresentOrElse(chain::add, () -> isWhole = false);
    Optional<SourceFile> extended =
        document
            .flatMap(PolicyDocument::extended)
            .flatMap(text -> follow(FileTree.folderOf(file.path()), text, problems));
    if (extended.isPresent()) {
      ProblemCollector ofExtended = new ProblemCollector(extended.get());
      read(extended.get(), FileTree.folderOf(extended.get().path()), ofExtended);
      found.addAll(ofExtended.sorted());
    }
  }

  /**
   * Reads the extended file. The result is empty when it cannot be read, which is then a problem.
   */
  private Optional<SourceFile> follow(String folder, Text text, ProblemCollector problems) {
    Optional<String> path = RelativePath.of(folder, text.value());
    try {
      String refusal =
          path.isEmpty()
              ? Expected.message(RELATIVE, EXTENDS, seen(text))
              : refusal(path.get(), text);
      if (refusal.isEmpty()) {
        return Optional.of(read(path.orElseThrow()));
      }
      problems.add(text.place(), refusal);
    } catch (IOException e) {
      problems.add(text.place(), Expected.message("a readable file", EXTENDS, seen(text)));
    }
    isWhole = false;
    return Optional.empty();
  }

  private String refusal(String path, Text text) throws IOException {
    if (paths.contains(path)) {
      return "unexpected loop: 'extends' leads back to %s; remove it".formatted(seen(text));
    }
    if (paths.size() >= DEPTH) {
      return Expected.message(
          "a chain of at most %d files".formatted(DEPTH), EXTENDS, Integer.toString(DEPTH + 1));
    }
    boolean isThere =
        context.tree().isPresent()
            && context.tree().get().kind(path).equals(Optional.of(FileTree.Kind.FILE));
    if (!isThere) {
      return Expected.message("an existing file in this repository", EXTENDS, seen(text));
    }
    long size = context.tree().get().read(path, 0).size();
    return size > SIZE_LIMIT ? beyondLimit("the file of " + EXTENDS, size) : "";
  }

  private static String seen(Text text) {
    return Quoted.literal(text.value());
  }

  private SourceFile read(String path) throws IOException {
    return SourceFile.of(path, context.tree().orElseThrow().read(path, SIZE_LIMIT).bytes());
  }
}
