package dev.autoheal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program and its arguments, to be run in a folder with its output thrown away.
 *
 * @param good the exit codes of a run that did its work
 */
record Command(Path folder, List<String> words, Set<Integer> good) {
  Command {
    words = List.copyOf(words);
  }

  /** The same program with further arguments. */
  Command with(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new Command(folder, all, good);
  }

  /** The same in another folder. */
  Command in(Path other) {
    return new Command(other, words, good);
  }

  /**
   * What a run took.
   *
   * @param wall from start to end, in milliseconds
   * @param processor of all threads together, in ticks of the system; 0 where it does not tell
   */
  record Time(double wall, long processor) {}

  /** Runs to the end. */
  Time run() throws IOException, InterruptedException {
    long before = ticksOfChildren();
    long start = System.nanoTime();
    int code = start().waitFor();
    double milliseconds = (System.nanoTime() - start) / 1e6;
    demand(code);
    return new Time(milliseconds, ticksOfChildren() - before);
  }

  /** The processor time of all processes that this one has started and that have ended. */
  private static long ticksOfChildren() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Runs to the end; the most memory it held at once in KB, 0 where the system does not tell. */
  long peak() throws IOException, InterruptedException {
    Process process = start();
    long peak = 0;
    while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
      // A launcher starts the program as another process.
      peak =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())
              .mapToLong(Command::highWater)
              .reduce(peak, Math::max);
    }
    demand(process.exitValue());
    return peak;
  }

  private static long highWater(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // It has just ended, or this is no Linux.
    }
    return 0;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void demand(int code) throws IOException {
    if (!good.contains(code)) {
      throw new IOException("exit code %d of %s".formatted(code, String.join(" ", words)));
    }
  }
}
