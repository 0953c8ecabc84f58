package dev.autoheal.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the ignored files of one repository through the git program. */
public final class IgnoredFiles {
  private final GitProcess program;

  /** Creates a finder for the repository whose work tree is {@code root}. */
  public IgnoredFiles(Path root) {
    this.program = new GitProcess(root);
  }

  /**
   * Returns those of the paths that git ignores; tracked files are never among them.
   *
   * @param paths relative to the root
   * @throws IOException if there is no git program, or it refuses the repository; the message says
   *     why
   */
  public Set<String> ignored(Collection<String> paths) throws IOException {
    // With the index, git compares each path with every tracked file.
    Set<String> matched = check(paths, "--no-index");
    return matched.isEmpty() ? matched : check(matched);
  }

  private Set<String> check(Collection<String> paths, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check-ignore", "-z", "--stdin"));
    arguments.addAll(List.of(options));
    // With a leading ./, no path is mistaken for an option or for pathspec magic.
    String input = paths.stream().map(path -> "./" + path + "\0").collect(Collectors.joining());
    GitProcess.Output output = program.run(input, arguments.toArray(String[]::new));
    if (output.exitCode() > 1) {
      throw new IOException(output.reason());
    }
    return Arrays.stream(output.text().split("\0"))
        .filter(path -> !path.isEmpty())
        .map(path -> path.substring(2))
        .collect(Collectors.toSet());
  }
}
