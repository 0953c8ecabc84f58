package dev.autoheal.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autoheal.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests a repository with a named pipe in place of a file, on which git waits forever. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
class PatienceTest {
  @TempDir Path temp;

  private Workspace work;
  private GitProcess program;

  @BeforeEach
  void open() {
    work = Workspace.in(temp).repository();
    program = new GitProcess(temp).within(Duration.ofSeconds(1));
  }

  private void pipe(String path) throws Exception {
    Path pipe = temp.resolve(path);
    Files.createDirectories(pipe.getParent());
    Files.deleteIfExists(pipe);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
  }

  private static void assertTimesOut(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IOException.class)
        .hasMessage("git did not answer within 1 s");
  }

  @Test
  void stopsACommandThatHangs() throws Exception {
    pipe(".gitignore");
    String manyPaths = "./some/where/web.config\0".repeat(10_000);

    assertTimesOut(() -> program.run(manyPaths, "check-ignore", "-z", "--stdin"));
  }

  @Test
  void stopsReadingAnObjectThatNeverArrives() throws Exception {
    work.file("here", "text").git("add", "here");
    String id = work.git("rev-parse", ":here").strip();
    String gone = "0".repeat(40);
    pipe(".git/objects/%s/%s".formatted(id.substring(0, 2), id.substring(2)));

    try (ObjectReader objects = new ObjectReader(program)) {
      assertThatThrownBy(() -> objects.read(gone, 10))
          .hasMessageStartingWith("missing object 000000000000");
      assertTimesOut(() -> objects.read(id, 10));
    }
  }
}
