package dev.autoheal.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls of the git program in one folder; no repository can make them run anything else. */
final class GitProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Nothing that a repository configures may run a program or write a file. */
  private static final List<String> HARDENED =
      List.of("--no-optional-locks", "-c", "core.fsmonitor=", "-c", "safe.bareRepository=explicit");

  private static final List<String> WITHOUT_HOOKS = List.of("-c", "core.hooksPath=/dev/null");

  private final Path folder;
  private final List<String> hooks;
  private final Map<String, String> more;
  private final Duration patience;

  /** In a folder. */
  GitProcess(Path folder) {
    this(folder, WITHOUT_HOOKS, Map.of(), PATIENCE);
  }

  private GitProcess(Path folder, List<String> hooks, Map<String, String> more, Duration patience) {
    this.folder = folder;
    this.hooks = List.copyOf(hooks);
    this.more = Map.copyOf(more);
    this.patience = patience;
  }

  /** What a call came to. */
  record Output(int exitCode, String text, String error) {
    /** What git says of a failure, in one line. */
    String reason() {
      return error.lines().findFirst().orElse("git gave no reason");
    }
  }

  /** The same with more in its environment. */
  GitProcess with(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(environment);
    return new GitProcess(folder, hooks, all, patience);
  }

  /** The same with the hooks that are configured, to ask where they lie; only for rev-parse. */
  GitProcess knowingHooks() {
    return new GitProcess(folder, List.of(), more, patience);
  }

  /** The same with another time in which git has to answer. */
  GitProcess within(Duration time) {
    return new GitProcess(folder, hooks, more, time);
  }

  /** In which git has to answer: to a command, or to a question of one that answers many. */
  Duration patience() {
    return patience;
  }

  /** Why there is no answer, once the patience is at its end. */
  IOException silence() {
    return new IOException("git gave no answer within %d s".formatted(patience.toSeconds()));
  }

  /** Runs a command to its end, and gives it {@code input} to read. */
  Output run(String input, String... arguments) throws IOException {
    ProcessBuilder builder = builder(arguments);
    Path question = Files.createTempFile("autoheal", ".txt");
    Path error = Files.createTempFile("autoheal", ".txt");
    Path output = Files.createTempFile("autoheal", ".txt");
    try {
      // Through files, since a git that does not read or write would hold up a pipe for ever.
      Files.writeString(question, input);
      Process process =
          builder
              .redirectInput(question.toFile())
              .redirectError(error.toFile())
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw silence();
      }
      return new Output(process.exitValue(), text(output), text(error));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(question);
      Files.delete(error);
      Files.delete(output);
    }
  }

  /** Runs a command to its end, which must be a good one. */
  String demand(String... arguments) throws IOException {
    Output output = run("", arguments);
    if (output.exitCode != 0) {
      throw new IOException(output.reason());
    }
    return output.text;
  }

  /** Starts a command that answers what it is asked; what it complains about is not kept. */
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
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** The git of PATH, never one of the current folder, which Windows would take first. */
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
    throw new IOException("there is no git program on the PATH: install git");
  }

  /** A hook's environment names its own repository, which need not be this one. */
  private static void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_TERMINAL_PROMPT", "0");
    // Of a partial clone git would fetch what is missing, with a program that the repository names.
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    // A replaced object is not the one that is asked for.
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("LC_ALL", "C.UTF-8");
  }
}
