package dev.autoheal.lint;

import java.io.IOException;

/** What a run does with each file. A task is safe to use from many threads. */
public abstract sealed class Task permits CheckTask, FixTask, ApplyTask {
  private final Mode mode;

  /** Creates a task of a mode. */
  Task(Mode mode) {
    this.mode = mode;
  }

  /** Returns the mode that reports name. */
  public final Mode mode() {
    return mode;
  }

  /** Returns whether files that a policy names and that do not exist are created. */
  boolean isCreating() {
    return false;
  }

  /**
   * Does its work with one file.
   *
   * @throws IOException if a file cannot be read or written
   */
  abstract FileResult run(FileJob job) throws IOException;
}
