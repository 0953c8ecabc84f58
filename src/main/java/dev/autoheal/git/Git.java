package dev.autoheal.git;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One repository, asked through the git program. */
public final class Git {
  private static final int SECONDS = 60;

  /** Nothing that a repository configures may run a program or write a file. */
  private static final List<String> HARDENED =
      List.of(
          "--no-optional-locks",
          "-c",
          "core.fsmonitor=",
          "-c",
          "core.hooksPath=/dev/null",
          "-c",
          "safe.bareRepository=explicit");

  private final Path root;

  /** The repository whose work tree is {@code root}. */
  public Git(Path root) {
    this.root = root;
  }

  /**
   * Which of these paths, relative to the root, git ignores; tracked files are never among them.
   *
   * @throws IOException if there is no git program, or it refuses the repository; the message says
   *     why
   */
  public Set<String> ignored(Collection<String> paths) throws IOException {
    // With ./ in front no path is taken for an option or for pathspec magic.
    String input = paths.stream().map(path -> "./" + path + "\0").collect(Collectors.joining());
    Output output = run(input, "check-ignore", "-z", "--stdin");
    if (output.exitCode > 1) {
      throw new IOException(output.error.lines().findFirst().orElse("git gave no reason"));
    }
    return Arrays.stream(output.text.split("\0"))
        .filter(path -> !path.isEmpty())
        .map(path -> path.substring(2))
        .collect(Collectors.toSet());
  }

  private record Output(int exitCode, String text, String error) {}

  private Output run(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program().toString());
    command.addAll(HARDENED);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    isolate(builder.environment());
    Path error = Files.createTempFile("autoheal", ".txt");
    Path output = Files.createTempFile("autoheal", ".txt");
    try {
      Process process =
          builder.redirectError(error.toFile()).redirectOutput(output.toFile()).start();
      feed(process, input);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("git gave no answer within %d s".formatted(SECONDS));
      }
      return new Output(process.exitValue(), text(output), text(error));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(error);
      Files.delete(output);
    }
  }

  /** A git that ends before it has read everything says why. */
  private static void feed(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return;
    }
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
    throw new IOException("there is no git program");
  }

  /** A hook's environment names its own repository, which need not be this one. */
  private static void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_TERMINAL_PROMPT", "0");
    // Of a partial clone git would fetch what is missing, with a program that the repository names.
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    environment.put("LC_ALL", "C.UTF-8");
  }
}
