package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder for a test: its files, its git repository, and calls of the program in it. */
public final class Workspace {
  /** Requires 800 MB and a recycle in web.config of the same folder. */
  public static final String POLICY =
      """
      version: 1
      apps:
        - name: shop
          files: ["web.config"]
          action: recycle
          triggers:
            memory: { privateBytes: 800MB }
      """;

  /** A web.config that satisfies {@link #POLICY}. */
  public static final String RIGHT = config(819200);

  /** A web.config that violates {@link #POLICY}, with one error and one change. */
  public static final String WRONG = config(700000);

  /** A web.config without a section. */
  public static final String BARE =
      """
      <configuration>
        <system.webServer>
        </system.webServer>
      </configuration>
      """;

  /** A web.config that is not well-formed. */
  static final String BROKEN = "<configuration>\n";

  private final Path folder;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /** Returns the workspace of an existing folder. */
  public static Workspace in(Path folder) {
    return new Workspace(folder);
  }

  static String config(int kilobytes) {
    return """
        <configuration>
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="%d" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        """
        .formatted(kilobytes);
  }

  /** Returns {@link #POLICY} with another pattern. */
  static String policy(String pattern) {
    return POLICY.replace("web.config", pattern);
  }

  /** Writes a file and creates the folders above it. */
  public Workspace file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  /** Replaces every occurrence of a text in a file. */
  Workspace replace(String path, String text, String by) {
    return file(path, read(path).replace(text, by));
  }

  Workspace delete(String path) {
    try {
      Files.delete(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Workspace file(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workspace folder(String path) {
    try {
      Files.createDirectories(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates a link and the folders above it. */
  public Workspace link(String path, String target) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.createSymbolicLink(folder.resolve(path), Path.of(target));
    return this;
  }

  Path path(String path) {
    return folder.resolve(path);
  }

  /** Returns the text of a file. */
  public String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the folder a git repository. */
  public Workspace repository() {
    git("init", "-q");
    return this;
  }

  /** Runs git in the folder without the user's configuration. Fails if git fails. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c"));
    command.addAll(List.of("user.email=a@example.com", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", folder.resolve("no-such-file").toString());
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as("%s", output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Shell shell() {
    return Shell.in(folder);
  }

  /** Returns a shell on a terminal without colors. */
  public Shell terminal(int columns) {
    return shell().with("COLUMNS", "" + columns).with("NO_COLOR", "1").onTerminals(true, false);
  }

  /** Calls the program in the folder. */
  public Shell.Result run(String... arguments) {
    return shell().run(arguments);
  }
}
