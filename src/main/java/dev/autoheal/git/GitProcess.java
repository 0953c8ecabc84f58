package dev.autoheal.git;

import dev.autoheal.files.FileNames;
import dev.autoheal.files.TooManyFilesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls the git program in one folder. No repository can make these calls run another program. */
final class GitProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The largest output of a command, in bytes; the listing of a million files is about as large.
   */
  private static final long LARGEST = 128L * 1024 * 1024;

  private static final Duration LOOK = Duration.ofMillis(100);

  /** Options that stop a repository's configuration from running a program or writing a file. */
  private static final List<String> HARDENED =
      List.of("--no-optional-locks", "-c", "core.fsmonitor=", "-c", "safe.bareRepository=explicit");

  private static final List<String> WITHOUT_HOOKS = List.of("-c", "core.hooksPath=/dev/null");

  private final Path folder;
  private final List<String> hooks;
  private final Map<String, String> more;
  private final Duration timeLimit;

  /** Creates calls in {@code folder}, without hooks and with 60 seconds for each call. */
  GitProcess(Path folder) {
    this(folder, WITHOUT_HOOKS, Map.of(), PATIENCE);
  }

  private GitProcess(
      Path folder, List<String> hooks, Map<String, String> more, Duration timeLimit) {
    this.folder = folder;
    this.hooks = List.copyOf(hooks);
    this.more = Map.copyOf(more);
    this.timeLimit = timeLimit;
  }

  /**
   * The result of a call.
   *
   * @param text the standard output
   * @param error the standard error
   */
  record Output(int exitCode, String text, String error) {
    /** Returns git's message about a failure, in one line. */
    String reason() {
      return error.lines().findFirst().orElse("git gave no reason");
    }
  }

  /** Returns the same calls with more variables in their environment. */
  GitProcess with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(environment);
    return new GitProcess(folder, hooks, all, timeLimit);
  }

  /**
   * Returns the same calls with the configured hooks, to find out where they are; only for
   * rev-parse.
   */
  GitProcess withHooks() {
    return new GitProcess(folder, List.of(), more, timeLimit);
  }

  /** Returns the same calls with another time limit. */
  GitProcess within(Duration time) {
    return new GitProcess(folder, hooks, more, time);
  }

  /** Returns the time limit for a command, or for one answer of a command that gives several. */
  Duration timeLimit() {
    return timeLimit;
  }

  /** Returns the error for a call that exceeded its time limit. */
  IOException timeout() {
    return new IOException("git did not answer within %d s".formatted(timeLimit.toSeconds()));
  }

  /**
   * Runs a command to its end, with {@code input} as its standard input.
   *
   * @throws TooManyFilesException if the output is too large, which only a listing can be
   * @throws IOException if git cannot be started or exceeds the time limit; the exit code is not
   *     checked
   */
  Output run(String input, String... arguments) throws IOException {
    ProcessBuilder builder = builder(arguments);
    if (input.isEmpty()) {
      return run(builder);
    }
    try (TemporaryFile question = TemporaryFile.create()) {
      Files.writeString(question.path(), input);
      return run(builder.redirectInput(question.path().toFile()));
    }
  }

  /**
   * Runs a command whose input is a file or empty. Its output and errors go to files too, because a
   * git process that does not write would block a pipe forever.
   */
  private Output run(ProcessBuilder builder) throws IOException {
    try (TemporaryFile error = TemporaryFile.create();
        TemporaryFile output = TemporaryFile.create()) {
      Process process =
          builder
              .redirectError(error.path().toFile())
              .redirectOutput(output.path().toFile())
              .start();
      process.getOutputStream().close();
      awaitEnd(process, output.path());
      return new Output(process.exitValue(), text(output.path()), text(error.path()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void awaitEnd(Process process, Path output) throws IOException, InterruptedException {
    long end = System.nanoTime() + timeLimit.toNanos();
    boolean isOver = false;
    while (!isOver) {
      isOver = process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      boolean isTooLarge = Files.size(output) > LARGEST;
      if (isTooLarge || (!isOver && System.nanoTime() > end)) {
        process.destroyForcibly().waitFor();
        throw isTooLarge
            ? new TooManyFilesException(
                "git lists more than %d MB of paths; split the change".formatted(LARGEST >> 20))
            : timeout();
      }
    }
  }

  /**
   * Runs a command to its end and returns its standard output.
   *
   * @throws IOException if the command fails; the message is that of git
   */
  String output(String... arguments) throws IOException {
    Output output = run("", arguments);
    if (output.exitCode != 0) {
      throw new IOException(output.reason());
    }
    return output.text;
  }

  /**
   * Starts a command that answers requests on its standard input; its standard error is discarded.
   */
  Process start(String... arguments) throws IOException {
    return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private ProcessBuilder builder(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program().toString());
    command.addAll(HARDENED);
    command.addAll(hooks);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    isolate(builder.environment());
    builder.environment().putAll(more);
    return builder;
  }

  private static String text(Path file) throws IOException {
    return FileNames.decoded(Files.readAllBytes(file));
  }

  /** Returns the git on the PATH, never one in the current folder, which Windows would prefer. */
  private static Path program() throws IOException {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String name : List.of("git", "git.exe")) {
        Path program = Path.of(folder).resolve(name);
        if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IOException("missing program git on the PATH; install git");
  }

  /**
   * Removes git's variables, because the environment of a hook names the hook's repository, which
   * may be a different one.
   */
  private static void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_TERMINAL_PROMPT", "0");
    // In a partial clone git would fetch missing objects with a program that the repository names.
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    // A replaced object is not the one that was requested.
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("LC_ALL", "C.UTF-8");
  }
}
