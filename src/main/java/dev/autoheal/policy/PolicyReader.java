package dev.autoheal.policy;

import dev.autoheal.policy.Node.Entry;
import dev.autoheal.policy.Node.Mapping;
import dev.autoheal.text.Location;
import dev.autoheal.text.Problem;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A policy file to a {@link Policy}:
 *
 * <pre>{@code
 * version: 1
 * defaults: { triggers: …, action: …, unmanaged: … }
 * apps:
 *   - { name: …, files: [ … ], triggers: …, action: …, unmanaged: … }
 * rules: { RULE: off }
 * exceptions:
 *   - { rule: …, files: [ … ], until: …, reason: … }
 * exclude: [ … ]
 * }</pre>
 */
public final class PolicyReader {
  /** A larger file is not parsed; in bytes. */
  public static final int SIZE_LIMIT = 256 * 1024;

  private static final List<String> KEYS =
      List.of("version", "defaults", "apps", "rules", "exceptions", "exclude");
  private static final ValueReader<Long> VERSION =
      ValueReader.of(new NumberReader(1, 1, "this autoheal reads version 1"));

  private final SourceFile file;
  private final RuleNameReader ruleName;
  private final Problems problems;

  /** What became of a file. */
  public sealed interface Result {}

  /** A policy that can be followed. */
  public record Valid(Policy policy) implements Result {}

  /**
   * A file that says nothing that may be followed.
   *
   * @param problems at least one, sorted by place
   */
  public record Invalid(List<Problem> problems) implements Result {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  private PolicyReader(SourceFile file, Set<String> rules) {
    this.file = file;
    this.ruleName = new RuleNameReader(rules);
    this.problems = new Problems(file);
  }

  /**
   * Reads a policy; its path is relative to the repository root, and so are the problems'.
   *
   * @param rules the names of all rules there are
   */
  public static Result read(SourceFile file, Set<String> rules) {
    return file.bytes().length > SIZE_LIMIT
        ? tooLarge(file.path(), file.bytes().length)
        : new PolicyReader(file, rules).result();
  }

  /** The result for a file above {@link #SIZE_LIMIT}, of which only the size was read. */
  public static Invalid tooLarge(String path, long size) {
    String message =
        "the policy has %d bytes, at most %d were expected".formatted(size, SIZE_LIMIT);
    return new Invalid(List.of(new Problem(Location.startOf(path), message)));
  }

  private Result result() {
    Optional<Policy> policy = root().flatMap(this::policy);
    return policy.isPresent() && problems.isEmpty()
        ? new Valid(policy.get())
        : new Invalid(problems.sorted());
  }

  private Optional<Node> root() {
    boolean isUtf8 = file.encoding().charset().equals(StandardCharsets.UTF_8);
    Optional<Span> defect = file.defect().map(SourceFile.Defect::span);
    if (!isUtf8 || defect.isPresent()) {
      problems.add(
          defect.orElse(Span.at(0)),
          "the policy is %s: save it as UTF-8"
              .formatted(isUtf8 ? "not valid UTF-8" : file.encoding().charset().name()));
      return Optional.empty();
    }
    return YamlReader.read(file, problems);
  }

  private Optional<Policy> policy(Node root) {
    if (!(root instanceof Mapping map)) {
      problems.wrongType("the policy", root, "a map that starts with version: 1");
      return Optional.empty();
    }
    // What another version means by its keys is not for this one to judge.
    Optional<Entry> version = map.find("version");
    if (version.isPresent() && VERSION.read("version", version.get().value(), problems).isEmpty()) {
      return Optional.empty();
    }
    Keys keys = Keys.of("the policy", map, KEYS, problems);
    keys.require("version", ": write version: 1", VERSION);
    GlobsReader globs = new GlobsReader(Tree.folderOf(file.path()));
    Layer defaults = keys.read("defaults", LayerReader::defaults).orElse(Layer.EMPTY);
    AppsReader apps = new AppsReader(defaults, globs, problems);
    return Optional.of(
        new Policy(
            file.path(),
            keys.find("apps").map(entry -> apps.read(entry.value())).orElse(List.of()),
            keys.read("exclude", globs).orElse(Globs.NONE),
            keys.read("rules", new RulesReader(ruleName)).orElse(Map.of()),
            keys.read("exceptions", new ExceptionsReader(ruleName, globs)).orElse(List.of())));
  }
}
