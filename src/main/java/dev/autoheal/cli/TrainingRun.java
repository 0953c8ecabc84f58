package dev.autoheal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs several commands on a small project in one process, so that the JVM can archive the classes
 * that they load.
 */
public final class TrainingRun {
  private static final List<String> FILES =
      List.of(
          "autoheal.yaml",
          "clean/web.config",
          "good/web.config",
          "good/Web.Release.config",
          "good/sample.csproj",
          "broken/web.config");

  private static final List<String> COMMANDS =
      List.of(
          "check clean/web.config",
          "check good/web.config",
          "check broken/web.config",
          "check .",
          "diff .",
          "review --base HEAD --staged");

  private TrainingRun() {}

  /**
   * Creates the project in the current folder, which should be empty, and runs the commands there.
   *
   * @throws IllegalStateException if a command fails with an internal or an I/O error
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (String file : FILES) {
      Path path = Path.of(file);
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (InputStream in = TrainingRun.class.getResourceAsStream("/training/" + file)) {
        Files.copy(in, path);
      }
    }
    git("init", "-q", ".");
    git("add", ".");
    for (String command : COMMANDS) {
      if (Main.run(command.split(" ", -1)) >= ExitCode.FAILURE.code()) {
        throw new IllegalStateException(command);
      }
    }
  }

  /** Calls git. Without it there is no repository, and only the review is not archived. */
  private static void git(String... words) throws InterruptedException {
    try {
      new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(words)).toList())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // The review below then ends with a usage error.
    }
  }
}
