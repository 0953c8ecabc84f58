package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ProgressLine line = new ProgressLine(new PrintStream(err, true, UTF_8));

  @Test
  void showsNothingForAShortRun(@TempDir Path temp) {
    line.start(2);
    line.step();
    line.step();
    line.finish();

    assertThat(err.toString(UTF_8)).isEmpty();
    Workspace work = Workspace.in(temp).file("web.config", Workspace.RIGHT);
    assertThat(work.shell().onTerminals(true, true).run("check").err()).isEmpty();
  }

  @Test
  void showsTheProgressOfALongRun() throws InterruptedException {
    line.start(3);
    Thread.sleep(1100);
    line.step();
    line.step();
    line.finish();

    assertThat(err.toString(UTF_8))
        .contains("files", "2/3")
        .doesNotContain("\n")
        .endsWith("\r" + " ".repeat(70) + "\r");
  }
}
