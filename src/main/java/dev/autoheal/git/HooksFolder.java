package dev.autoheal.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folder from which git takes the hooks of a repository.
 *
 * @param path absolute and with links resolved; it need not exist
 * @param workTree the root of the work tree, with links resolved
 * @param home whether the folder belongs to the clone, the work tree or neither
 */
public record HooksFolder(Path path, Path workTree, Home home) {
  private static final Pattern NO_WORK_TREE =
      Pattern.compile("not a git repository|bare repository|in a work tree");

  /** The owner of the hooks. */
  public enum Home {
    /** The hooks belong to this clone alone; git does not track them. */
    CLONE,
    /** The hooks are files of the work tree, which are committed like others. */
    WORK_TREE,
    /**
     * The hooks are somewhere else; mostly they belong to all repositories of a user or machine.
     */
    ELSEWHERE
  }

  /**
   * Returns the hooks folder of the repository that contains {@code folder}.
   *
   * @throws RevisionException if there is no such repository, or git refuses it; the message says
   *     why
   */
  public static HooksFolder of(Path folder) throws IOException {
    GitProcess program = new GitProcess(folder).withHooks();
    GitProcess.Output top = program.run("", "rev-parse", "--show-toplevel");
    if (top.exitCode() != 0) {
      throw new RevisionException(
          NO_WORK_TREE.matcher(top.reason()).find()
              ? "missing git working tree; change to a repository or run `git init`"
              : top.reason());
    }
    Path workTree = real(folder.resolve(path(top.text())));
    Path common = real(folder.resolve(path(program.output("rev-parse", "--git-common-dir"))));
    Path hooks = real(folder.resolve(path(program.output("rev-parse", "--git-path", "hooks"))));
    boolean isInTree = hooks.startsWith(workTree) && !hooks.equals(workTree);
    Home home = hooks.startsWith(common) ? Home.CLONE : isInTree ? Home.WORK_TREE : Home.ELSEWHERE;
    return new HooksFolder(hooks, workTree, home);
  }

  /** Removes the end of the line and nothing more, because a name may end in a space. */
  private static String path(String line) {
    return line.replaceFirst("\r?\n$", "");
  }

  /** Resolves the links of a path, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path existing = path.toAbsolutePath().normalize();
    Path whole = existing;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(whole)).normalize();
  }
}
