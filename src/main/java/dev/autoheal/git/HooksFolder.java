package dev.autoheal.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folder from which git takes the hooks of a repository.
 *
 * @param path absolute, where it really lies; it need not exist
 * @param workTree the root of the work tree, where it really lies
 * @param home whose it is
 */
public record HooksFolder(Path path, Path workTree, Home home) {
  private static final Pattern NO_WORK_TREE =
      Pattern.compile("not a git repository|bare repository|in a work tree");

  /** Whose hooks they are. */
  public enum Home {
    /** This clone's alone; git does not track them. */
    CLONE,
    /** Files of the work tree, which are committed as others are. */
    WORK_TREE,
    /** Somewhere else, mostly of all repositories of a user or machine. */
    ELSEWHERE
  }

  /**
   * The one of the repository that a folder lies in.
   *
   * @throws RevisionException if it lies in none, or git refuses it; the message says why
   */
  public static HooksFolder of(Path folder) throws IOException {
    GitProcess program = new GitProcess(folder).knowingHooks();
    GitProcess.Output top = program.run("", "rev-parse", "--show-toplevel");
    if (top.exitCode() != 0) {
      throw new RevisionException(
          NO_WORK_TREE.matcher(top.reason()).find()
              ? "there is no work tree of a git repository here; change into one, or make one with `git init`"
              : top.reason());
    }
    Path workTree = real(folder.resolve(path(top.text())));
    Path common = real(folder.resolve(path(program.demand("rev-parse", "--git-common-dir"))));
    Path hooks = real(folder.resolve(path(program.demand("rev-parse", "--git-path", "hooks"))));
    boolean isInTree = hooks.startsWith(workTree) && !hooks.equals(workTree);
    Home home = hooks.startsWith(common) ? Home.CLONE : isInTree ? Home.WORK_TREE : Home.ELSEWHERE;
    return new HooksFolder(hooks, workTree, home);
  }

  /** A name may end in a blank, so that no more than the end of the line may go. */
  private static String path(String line) {
    return line.replaceFirst("\r?\n$", "");
  }

  /** Where a path leads, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path standing = path.toAbsolutePath().normalize();
    Path whole = standing;
    while (!Files.exists(standing)) {
      standing = standing.getParent();
    }
    return standing.toRealPath().resolve(standing.relativize(whole)).normalize();
  }
}
