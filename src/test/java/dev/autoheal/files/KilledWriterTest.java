package dev.autoheal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a writer killed at any time leaves the old file or the new one. */
class KilledWriterTest {
  private static final int ROUNDS = Integer.getInteger("autoheal.kills", 30);
  private static final int SIZE = 200 * 1024;

  @TempDir Path folder;

  @Test
  void leavesTheOldOrTheNewContent() throws Exception {
    Path path = folder.toRealPath().resolve("web.config");
    AtomicFile file = new AtomicFile(path);
    Random random = new Random(1);
    int left = 0;
    // Repeats until a writer was killed while writing, which is rare on a busy machine.
    for (int round = 0; round < ROUNDS || (left == 0 && round < 3 * ROUNDS); round++) {
      Files.write(path, content('a'));
      Process writer = writer(path);
      try {
        assertThat(writer.getInputStream().read()).isEqualTo('.');
        long end = System.nanoTime() + random.nextInt(40_000_000);
        while (System.nanoTime() < end) {
          // The cleanup of another run must not disturb the writer.
          file.removeLeftovers();
          Thread.sleep(1);
        }
        assertThat(writer.isAlive()).as("the writer runs until it is killed").isTrue();
      } finally {
        writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
      byte[] found = Files.readAllBytes(path);
      assertThat(Arrays.equals(found, content('a')) || Arrays.equals(found, content('b')))
          .as("old or new, after round %d", round)
          .isTrue();
      left += temporaries();
      file.removeLeftovers();
      assertThat(temporaries()).isZero();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows kills a process without a signal")
  void leavesNoTemporaryFileAfterATermination() throws Exception {
    Path path = folder.toRealPath().resolve("web.config");
    for (int round = 0; round < 5; round++) {
      Files.write(path, content('a'));
      Process writer = writer(path);
      assertThat(writer.getInputStream().read()).isEqualTo('.');
      Thread.sleep(round * 7L);
      writer.destroy();
      assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(temporaries()).isZero();
      assertThat(Files.size(path)).isEqualTo(SIZE);
    }
  }

  private static Process writer(Path path) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            path.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private int temporaries() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<String> names = paths.map(p -> p.getFileName().toString()).toList();
      assertThat(names).contains("web.config");
      return names.size() - 1;
    }
  }

  static byte[] content(char letter) {
    byte[] content = new byte[SIZE];
    Arrays.fill(content, (byte) letter);
    return content;
  }

  /** Replaces the content back and forth until killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws IOException {
      AtomicFile file = new AtomicFile(Path.of(args[0]));
      while (true) {
        file.replace(content('a'), content('b'));
        file.replace(content('b'), content('a'));
        System.out.write('.');
        System.out.flush();
      }
    }
  }
}
