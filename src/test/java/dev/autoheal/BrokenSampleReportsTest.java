package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Receiver;
import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the exact reports of a sample in each format for servers and bots. {@code
 * -Dcases.update=true} updates them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenSampleReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/reports");

  @TempDir Path temp;

  /** Returns all formats except those for people, which have other tests. */
  static List<String> formats() {
    return List.of("azure", "checkstyle", "github", "gitlab", "junit", "markdown", "rdjson");
  }

  @ParameterizedTest
  @MethodSource("formats")
  @Order(1)
  void matchesTheExpectedReport(String format) throws IOException {
    Workspace work = Project.copyIn(temp);
    Path golden = GOLDEN.resolve("broken." + format);
    String report = work.run("check", "samples/broken", "--report", format).text();
    if (Project.UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, report);
    }

    Receiver.examined(format, report.getBytes(UTF_8));
    assertThat(report).isEqualTo(Files.readString(golden));
  }

  /** Runs after the files are updated. */
  @Test
  @Order(2)
  void leavesNoFileBehind() throws IOException {
    assertThat(Project.files(GOLDEN))
        .isEqualTo(formats().stream().map(format -> "broken." + format).toList());
  }
}
