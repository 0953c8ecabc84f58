package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManPageTest {
  @TempDir Path temp;

  private String page() {
    return Shell.in(temp).run("generate-man-page").text();
  }

  @Test
  void namesEveryCommandAndItsOptions() {
    String page = page().replace("\\-", "-");
    for (String verb : Commands.names()) {
      assertThat(page).contains(".SH \"autoheal " + verb + "\"\n");
      Shell.in(temp)
          .run(verb, "--help")
          .text()
          .lines()
          .filter(line -> line.matches(" {6}--.*|  -.*"))
          .map(line -> line.strip().replaceFirst("(?<=--[a-z-]{1,30})[= ].*", ""))
          .forEach(option -> assertThat(page).containsPattern("\\.B \"" + option + "[=\"]"));
    }
  }

  /** After a warning, the formatter omits text or shows its source. */
  @Test
  void isFormattedWithoutWarnings() throws Exception {
    Path groff = Path.of("/usr/bin/groff");
    assumeTrue(Files.isExecutable(groff), "the program groff is not installed");
    Path file = Files.writeString(temp.resolve("autoheal.1"), page());
    Path warnings = temp.resolve("warnings");
    Path shown = temp.resolve("shown");
    Process process =
        new ProcessBuilder(groff.toString(), "-man", "-ww", "-Tutf8", file.toString())
            .redirectError(warnings.toFile())
            .redirectOutput(shown.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(warnings).hasContent("");
    // Bold letters are printed twice.
    assertThat(Files.readString(shown, UTF_8).replaceAll(".\b", ""))
        .contains("--fail-on=SEVERITY", "--unsafe-fixes", "autoheal review --base REVISION");
  }
}
