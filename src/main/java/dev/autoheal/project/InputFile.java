package dev.autoheal.project;

import static dev.autoheal.xml.XmlDocument.XDT;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file that a run checks.
 *
 * @param root the root that {@code path} is relative to
 * @param path with {@code /} between names
 * @param content the content of standard input, which replaces that of the file; empty when the
 *     file is read
 * @param skipped why the file is not checked; empty when it is
 * @param isUnreadable whether the file is skipped because it cannot be read, although an app may
 *     run with it
 * @param exists whether the file exists; a missing file is to be created
 */
public record InputFile(
    ProjectRoot root,
    String path,
    Optional<FileTree.Content> content,
    Optional<String> skipped,
    boolean isUnreadable,
    boolean exists) {
  private static final String EMPTY_CONFIG =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n</configuration>\n";
  private static final String EMPTY_TRANSFORM =
      EMPTY_CONFIG.replace("<configuration>", "<configuration xmlns:xdt=\"" + XDT + "\">");

  /** Returns an existing file that is to be checked. */
  public static InputFile file(ProjectRoot root, String path) {
    return new InputFile(root, path, Optional.empty(), Optional.empty(), false, true);
  }

  /** Returns a file that is not checked, with the reason. */
  public static InputFile skipped(ProjectRoot root, String path, String reason) {
    return new InputFile(root, path, Optional.empty(), Optional.of(reason), false, true);
  }

  /** Returns what is to be checked at a path: a file, or why there is none to read. */
  public static InputFile of(ProjectRoot root, String path, FileTree.Kind kind) {
    return switch (kind) {
      case FILE -> file(root, path);
      case BAD_LINK -> unreadable(root, path, "a broken link or a link out of the repository");
      case UNNAMED_FOLDER, UNNAMED_FILE -> unreadable(root, path, "name is not UTF-8");
      default -> unreadable(root, path, "not a regular file");
    };
  }

  /** Returns a file that cannot be read, with the reason. */
  public static InputFile unreadable(ProjectRoot root, String path, String reason) {
    return new InputFile(root, path, Optional.empty(), Optional.of(reason), true, true);
  }

  /** Returns a file whose content is that of standard input. */
  static InputFile input(ProjectRoot root, String path, FileTree.Content content) {
    return new InputFile(root, path, Optional.of(content), Optional.empty(), false, true);
  }

  /** Returns a file that does not exist and is to be created. */
  static InputFile missing(ProjectRoot root, String path) {
    return new InputFile(root, path, Optional.empty(), Optional.empty(), false, false);
  }

  /**
   * Reads the file. A missing file reads as the empty configuration or transform that it would
   * start as. A file above {@link SourceFile#SIZE_LIMIT} bytes is read as too large.
   */
  public SourceFile read() throws IOException {
    if (!exists) {
      boolean isTransform = WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM;
      String empty = isTransform ? EMPTY_TRANSFORM : EMPTY_CONFIG;
      return SourceFile.of(path, empty.getBytes(StandardCharsets.UTF_8));
    }
    FileTree.Content read =
        content.isPresent() ? content.get() : root.tree().read(path, SourceFile.SIZE_LIMIT);
    return read.size() > SourceFile.SIZE_LIMIT
        ? SourceFile.tooLarge(path, read.size())
        : SourceFile.of(path, read.bytes());
  }
}
