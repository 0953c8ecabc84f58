package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The options of a run.
 *
 * @param mode what the run does with its findings
 * @param paths files and folders; relative ones are relative to {@code current}
 * @param current the current folder, absolute
 * @param input standard input with its file name, which replaces {@code paths}; empty when files
 *     are read
 * @param policy the policy to use instead of the nearest one
 * @param basePolicy a policy that all others extend, which may be anywhere
 * @param app the app that the files are bound to, whatever its patterns match
 * @param today the date by which exceptions expire
 * @param allowNoFiles whether a folder without a web.config is accepted
 * @param create whether missing files that a policy names are created
 * @param rebuild whether a section whose elements cannot be told apart may be replaced as a whole
 * @param unsafeFixes whether fixes that may change the meaning are made too
 * @param needs the data that only the reports need
 * @param transforms files that are applied to each file before it is checked, in this order
 */
public record RunOptions(
    Mode mode,
    List<Path> paths,
    Path current,
    Optional<Input> input,
    Optional<Path> policy,
    Optional<Path> basePolicy,
    Optional<String> app,
    LocalDate today,
    boolean allowNoFiles,
    boolean create,
    boolean rebuild,
    boolean unsafeFixes,
    ReportNeeds needs,
    List<Path> transforms) {

  /** What a run does with its findings. */
  public enum Mode {
    /** They are reported. */
    CHECK,
    /** They are reported, together with whether a range of commits introduced them. */
    REVIEW,
    /** Their fixes are shown. */
    SHOW_FIXES,
    /** Their fixes are made. */
    FIX,
    /** The differences from the policy are shown as changes. */
    DIFF,
    /** The differences from the policy are written. */
    APPLY;

    /** Returns whether changes are only shown, so that they are still pending. */
    public boolean isShown() {
      return this == SHOW_FIXES || this == DIFF;
    }

    /** Returns whether files are written. */
    public boolean isWritten() {
      return this == FIX || this == APPLY;
    }

    /** Returns whether sections are rewritten to the values that the policy requires. */
    public boolean isRewrite() {
      return this == DIFF || this == APPLY;
    }

    /** Returns whether findings are fixed one by one. */
    public boolean isFix() {
      return this == SHOW_FIXES || this == FIX;
    }
  }

  /** Returns the same options for one named file, without standard input and transforms. */
  public RunOptions naming(Path file) {
    return new RunOptions(
        mode,
        List.of(file),
        current,
        Optional.empty(),
        policy,
        basePolicy,
        app,
        today,
        allowNoFiles,
        create,
        rebuild,
        unsafeFixes,
        needs,
        List.of());
  }

  /**
   * Standard input as a file.
   *
   * @param name the name of the file, relative to {@code current}
   * @param content the bytes of standard input
   */
  public record Input(Path name, FileTree.Content content) {}
}
