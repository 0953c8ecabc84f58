package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A temporary repository with real git, which ignores the configuration of the user. */
public final class GitRepository {
  private final Path folder;

  private GitRepository(Path folder) {
    this.folder = folder;
  }

  /** Creates a repository in a folder, or skips the test if git is missing. */
  public static GitRepository in(Path folder) throws IOException {
    GitRepository repository = new GitRepository(folder);
    assumeTrue(repository.isThere(), "git is not installed");
    repository.run(folder, new byte[0], "init", "--quiet");
    return repository;
  }

  private boolean isThere() {
    try {
      return new ProcessBuilder("git", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs {@code git apply --check} and {@code git apply} in a folder of the repository. */
  public void apply(Path current, byte[] patch) throws IOException {
    run(current, patch, "apply", "--check");
    run(current, patch, "apply", "--whitespace=nowarn");
  }

  private void run(Path current, byte[] input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(current.toFile());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Path standardInput = Files.createTempFile("git", ".in");
    Path output = Files.createTempFile("git", ".out");
    try {
      Files.write(standardInput, input);
      Process process =
          builder
              .redirectInput(standardInput.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor())
          .as(() -> command + " printed " + text(output) + "\nof\n" + new String(input, UTF_8))
          .isZero();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(standardInput);
      Files.delete(output);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Returns the folder of the repository. */
  public Path folder() {
    return folder;
  }
}
