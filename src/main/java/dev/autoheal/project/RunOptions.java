package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param paths files and folders; relative ones to {@code current}
 * @param current the current folder, absolute
 * @param input standard input and the name it goes by, in place of {@code paths}
 * @param policy the policy to use instead of the nearest one
 * @param basePolicy a policy under all others, which may lie anywhere
 * @param app the app the files are bound to, whatever its patterns say
 * @param today the day by which exceptions end
 * @param unsafeFixes whether fixes that may change the meaning are made too
 * @param needs what the reports show that is worked out only for them
 * @param transforms files to apply to each file before it is judged, in their order
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

  /** What becomes of what is found. */
  public enum Mode {
    /** It is reported. */
    CHECK,
    /** It is reported, and whether a range of commits brought it. */
    REVIEW,
    /** Its fixes are shown. */
    SHOW_FIXES,
    /** Its fixes are made. */
    FIX,
    /** What differs from the policy is shown. */
    DIFF,
    /** What differs from the policy is written. */
    APPLY;

    /** Whether changes are shown and not made, so that they are still to come. */
    public boolean isShown() {
      return this == SHOW_FIXES || this == DIFF;
    }

    /** Whether files are changed. */
    public boolean isWritten() {
      return this == FIX || this == APPLY;
    }

    /** Whether a section is brought to what the policy asks. */
    public boolean isRewrite() {
      return this == DIFF || this == APPLY;
    }

    /** Whether findings are mended one by one. */
    public boolean isFix() {
      return this == SHOW_FIXES || this == FIX;
    }
  }

  /** The same for one file that is named. */
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
   * @param name relative to {@code current}
   */
  public record Input(Path name, FileTree.Content content) {}
}
