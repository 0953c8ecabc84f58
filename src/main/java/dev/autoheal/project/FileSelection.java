package dev.autoheal.project;

import dev.autoheal.files.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a run checks.
 *
 * @param paths files and folders; relative ones are relative to {@code current}
 * @param current the current folder, absolute
 * @param input standard input with its file name, which replaces {@code paths}; empty when files
 *     are read
 * @param allowNoFiles whether a folder without a web.config is accepted
 */
public record FileSelection(
    List<Path> paths, Path current, Optional<StandardInput> input, boolean allowNoFiles) {
  public FileSelection {
    paths = List.copyOf(paths);
  }

  /**
   * Standard input as a file.
   *
   * @param name the name of the file, relative to the current folder
   * @param content the bytes of standard input
   */
  public record StandardInput(Path name, FileTree.Content content) {}

  /** Selects files and folders on the disk. */
  public static FileSelection of(List<Path> paths, Path current, boolean allowNoFiles) {
    return new FileSelection(paths, current, Optional.empty(), allowNoFiles);
  }

  /** Returns whether a path names the file itself, not only a folder above it. */
  public boolean names(Path file) {
    return input.isPresent() || paths.stream().map(this::absolute).anyMatch(file::equals);
  }

  /** Returns the absolute path of one of the paths. */
  Path absolute(Path path) {
    return current.resolve(path).toAbsolutePath().normalize();
  }
}
