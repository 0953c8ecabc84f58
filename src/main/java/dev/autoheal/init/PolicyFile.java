package dev.autoheal.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.autoheal.files.AtomicFile;
import dev.autoheal.files.FileTree;
import dev.autoheal.project.PolicyFinder;
import dev.autoheal.project.ProjectRoot;
import dev.autoheal.project.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The policy that is to be written, or a file that belongs to it.
 *
 * @param root the root that {@code path} is relative to
 * @param before the content of the existing file that is to be replaced; empty when there is none
 */
record PolicyFile(ProjectRoot root, String path, Optional<byte[]> before) {
  private static final int MOST = 1024 * 1024;
  private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"AutoHeal policy\"");

  /**
   * Returns the policy file of a folder.
   *
   * @param force whether an existing policy is replaced
   * @throws UsageException if no policy may be written there
   */
  static PolicyFile of(Path folder, Path current, boolean force)
      throws IOException, UsageException {
    ProjectRoot root = ProjectRoot.of(folder, current);
    if (!root.holds(folder)) {
      throw new UsageException("a link leads out of the repository; use a folder inside it");
    }
    String relative = root.relative(folder);
    String path =
        PolicyFinder.in(root, relative).orElse(FileTree.join(relative, PolicyFinder.NAMES.get(0)));
    return new PolicyFile(root, path, before(root, path, force, ""));
  }

  /**
   * Returns the schema file in the folder of the policy. An existing schema of policies is always
   * replaced.
   *
   * @param force whether any other existing file is replaced too
   * @throws UsageException if the schema may not be written there
   */
  PolicyFile schema(String name, boolean force) throws IOException, UsageException {
    String path = FileTree.join(folder(), name);
    boolean isOurs = isSchema(path);
    return new PolicyFile(
        root, path, before(root, path, force || isOurs, " and is not a policy schema"));
  }

  /** Returns whether a file is the schema of policies, of this version or another. */
  private boolean isSchema(String path) throws IOException {
    if (!root.tree().kind(path).equals(Optional.of(FileTree.Kind.FILE))) {
      return false;
    }
    FileTree.Content content = root.tree().read(path, MOST);
    return TITLE.matcher(new String(content.bytes(), UTF_8)).find();
  }

  private static Optional<byte[]> before(ProjectRoot root, String path, boolean force, String what)
      throws IOException, UsageException {
    Optional<FileTree.Kind> kind = root.tree().kind(path);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (kind.get() != FileTree.Kind.FILE) {
      throw new UsageException("%s is not a regular file; move it away".formatted(path));
    }
    if (!force) {
      throw new UsageException(
          "%s already exists%s; use --force to replace it".formatted(path, what));
    }
    return Optional.of(Files.readAllBytes(root.disk().resolve(path)));
  }

  /** Returns the folder of the file, relative to the root. */
  String folder() {
    return FileTree.folderOf(path);
  }

  /**
   * Writes the whole file, either completely or not at all.
   *
   * @throws IOException if the file cannot be written, or has changed since it was read
   */
  void write(byte[] content) throws IOException {
    AtomicFile file = root.disk().file(path);
    file.removeLeftovers();
    if (before.isPresent()) {
      file.replace(before.get(), content);
    } else {
      file.create(content);
    }
  }

  /** Removes the file after it was written, unless it replaced another one. */
  void removeIfNew() throws IOException {
    if (before.isEmpty()) {
      Files.deleteIfExists(root.disk().resolve(path));
    }
  }
}
