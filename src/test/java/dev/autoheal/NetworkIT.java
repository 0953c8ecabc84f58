package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the built jar without a network, not even loopback. {@link ArchitectureTest} asserts that no
 * class uses the network.
 */
class NetworkIT {
  private static final Path JAR =
      Path.of(System.getProperty("autoheal.jar", "target/autoheal.jar")).toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final List<String> ALONE = List.of("unshare", "--map-root-user", "--net");

  /** A file whose DTD is rejected; a parser that read it would load both URLs. */
  private static final String REMOTE =
      """
      <!DOCTYPE configuration SYSTEM "http://localhost:9/x.dtd" [
        <!ENTITY x SYSTEM "http://localhost:9/x"> ]>
      <configuration>&x;</configuration>
      """;

  @TempDir Path temp;

  @BeforeEach
  void samples() throws IOException {
    assumeTrue(canDisableTheNetwork(), "unshare is missing or not permitted");
    Workspace work = Project.copyIn(temp).file("samples/remote/web.config", REMOTE);
    work.git("add", "-A");
    work.git("commit", "-q", "-m", "x");
    work.git("remote", "add", "origin", "http://localhost:9/x.git");
    work.file("samples/node/web.config", work.read("samples/java/web.config"));
  }

  private boolean canDisableTheNetwork() throws IOException {
    try {
      return run(ALONE, "true").startsWith("0\n");
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check samples",
        "diff samples",
        "review --base HEAD",
        "review --base origin/main",
        "explain drift"
      })
  void givesTheSameResultWithoutANetwork(String line) throws IOException {
    List<String> program = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
    program.addAll(List.of(line.split(" ", -1)));

    assertThat(run(ALONE, program.toArray(String[]::new)))
        .isEqualTo(run(List.of(), program.toArray(String[]::new)))
        .matches("(?s)[012]\n.+");
  }

  /** Returns the exit code, a line break and the output. */
  private String run(List<String> wrapper, String... program) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(List.of(program));
    Process process =
        new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      return process.waitFor() + "\n" + output;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
