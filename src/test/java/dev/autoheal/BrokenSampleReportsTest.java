package dev.autoheal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.cli.Receiver;
import dev.autoheal.cli.Shell;
import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One sample in each format that a server or a bot reads, byte for byte. {@code
 * -Dcases.update=true} writes them anew.
 */
class BrokenSampleReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/reports");

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"github", "azure", "gitlab", "junit", "checkstyle", "rdjson", "markdown"})
  void isWhatItWas(String format) throws IOException {
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

  @Test
  void leavesNoFileBehind() throws IOException {
    assertThat(Project.files(GOLDEN))
        .as("-Dcases.update=true writes the files of new formats, so that the next run has them")
        .isSubsetOf(Shell.formats().stream().map(format -> "broken." + format).toList());
  }
}
