package dev.autoheal.lint;

import dev.autoheal.change.Rewrite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a run does with each file. A task is safe to use from many threads. */
public abstract sealed class Task permits CheckTask, FixTask, ApplyTask {
  private final Mode mode;

  /** Creates a task of a mode. */
  Task(Mode mode) {
    this.mode = mode;
  }

  /**
   * Returns the task that reports findings and changes nothing.
   *
   * @param transforms files that are applied to each file before it is checked, in this order
   */
  public static Task check(List<Path> transforms) {
    return new CheckTask(transforms);
  }

  /**
   * Returns the task that fixes findings one by one.
   *
   * @param isUnsafe whether fixes that may change the meaning are made too
   * @param isWritten whether the fixes are written, not only shown
   */
  public static Task fix(boolean isUnsafe, boolean isWritten) {
    return new FixTask(isUnsafe, isWritten);
  }

  /**
   * Returns the task that rewrites sections to the values that the policy requires.
   *
   * @param isCreating whether missing files that a policy names are created
   * @param rebuild the treatment of a section whose elements are ambiguous
   * @param isWritten whether the changes are written, not only shown
   */
  public static Task apply(boolean isCreating, Rewrite.Rebuild rebuild, boolean isWritten) {
    return new ApplyTask(isCreating, rebuild, isWritten);
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
