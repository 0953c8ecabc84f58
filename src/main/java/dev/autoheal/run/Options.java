package dev.autoheal.run;

import dev.autoheal.text.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param paths files and folders; relative ones to {@code current}
 * @param current the current folder, absolute
 * @param input standard input and the name it goes by, in place of {@code paths}
 * @param policy the policy to use instead of the nearest one
 * @param app the app the files are bound to, whatever its patterns say
 */
public record Options(
    Mode mode,
    List<Path> paths,
    Path current,
    Optional<Input> input,
    Optional<Path> policy,
    Optional<String> app,
    boolean allowNoFiles,
    boolean create,
    boolean rebuild) {

  /** What becomes of a difference. */
  public enum Mode {
    /** It is a finding. */
    CHECK,
    /** It is shown. */
    DIFF,
    /** It is written. */
    APPLY
  }

  /**
   * Standard input as a file.
   *
   * @param name relative to {@code current}
   */
  public record Input(Path name, Tree.Content content) {}
}
