package dev.autoheal.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attribute {@code working-tree-encoding} of tracked files, as the {@code .gitattributes} of
 * one revision set it. All files are queried at once, when the first one is needed.
 */
final class CheckoutAttributes {
  static final String ENCODING = "working-tree-encoding";

  /** Values that name no encoding. */
  private static final Set<String> NONE = Set.of("unspecified", "unset", "set", "");

  private final GitProcess program;
  private final Optional<String> tree;
  private final List<String> options;
  private Map<String, String> encodings;

  private CheckoutAttributes(GitProcess program, Optional<String> tree, List<String> options) {
    this.program = program;
    this.tree = tree;
    this.options = options;
  }

  /** Returns the attributes in a tree object. */
  static CheckoutAttributes ofTree(GitProcess program, String id) {
    return new CheckoutAttributes(program, Optional.of(id), List.of("--cached"));
  }

  /** Returns the attributes in the index that {@code program} uses. */
  static CheckoutAttributes ofIndex(GitProcess program) {
    return new CheckoutAttributes(program, Optional.empty(), List.of("--cached"));
  }

  /** Returns the attributes on the disk. */
  static CheckoutAttributes onDisk(GitProcess program) {
    return new CheckoutAttributes(program, Optional.empty(), List.of());
  }

  /** Returns whether these are the attributes on the disk, which may not be in git. */
  boolean areOnDisk() {
    return options.isEmpty();
  }

  /**
   * Returns the encoding in which a checkout writes a file; empty when it writes the bytes that git
   * stores.
   */
  synchronized Optional<String> encoding(String path) throws IOException {
    if (encodings == null) {
      encodings = tree.isPresent() ? ofTree(tree.get()) : query(program);
    }
    return Optional.ofNullable(encodings.get(path));
  }

  /** Uses a separate index, because older versions of git cannot read the attributes of a tree. */
  private Map<String, String> ofTree(String id) throws IOException {
    Path folder = Files.createTempDirectory("autoheal");
    Path index = folder.resolve("index");
    try {
      GitProcess apart = program.with(Map.of("GIT_INDEX_FILE", index.toString()));
      apart.output("-c", "core.sparseCheckout=false", "read-tree", id);
      return query(apart);
    } finally {
      Files.deleteIfExists(index);
      Files.delete(folder);
    }
  }

  /**
   * Reads the output of git, which for each file has the path, the name of the attribute and its
   * value.
   */
  private Map<String, String> query(GitProcess git) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check-attr", "-z", "--stdin"));
    arguments.addAll(options);
    arguments.add(ENCODING);
    String files = git.output("ls-files", "-z");
    GitProcess.Output output = git.run(files, arguments.toArray(String[]::new));
    if (output.exitCode() != 0) {
      throw new IOException(output.reason());
    }
    Map<String, String> found = new HashMap<>();
    String[] parts = output.text().split("\0", -1);
    for (int i = 0; i + 2 < parts.length; i += 3) {
      if (!NONE.contains(parts[i + 2])) {
        found.put(parts[i], parts[i + 2]);
      }
    }
    return found;
  }
}
