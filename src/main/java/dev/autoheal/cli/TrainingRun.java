package dev.autoheal.cli;

/** Runs several commands in one process, so that the JVM can archive the classes that they load. */
public final class TrainingRun {
  private TrainingRun() {}

  /**
   * Runs commands, whatever they find.
   *
   * @param lines the command lines, with single spaces between their words
   * @throws IllegalStateException if a command fails with an internal or an I/O error
   */
  public static void main(String[] lines) {
    for (String line : lines) {
      if (Main.run(line.split(" ", -1)) >= ExitCode.FAILURE.code()) {
        throw new IllegalStateException(line);
      }
    }
  }
}
