package dev.autoheal.project;

import static dev.autoheal.xml.XmlDocument.XDT;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file that is to be judged.
 *
 * @param content of standard input that takes the place of the file
 * @param skipped why it is not judged, if so
 * @param exists whether it is there; one that is not is to be created
 */
public record InputFile(
    ProjectRoot root,
    String path,
    Optional<FileTree.Content> content,
    Optional<String> skipped,
    boolean exists) {
  private static final String EMPTY_CONFIG =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n</configuration>\n";
  private static final String EMPTY_TRANSFORM =
      EMPTY_CONFIG.replace("<configuration>", "<configuration xmlns:xdt=\"" + XDT + "\">");

  public static InputFile file(ProjectRoot root, String path) {
    return new InputFile(root, path, Optional.empty(), Optional.empty(), true);
  }

  public static InputFile skipped(ProjectRoot root, String path, String reason) {
    return new InputFile(root, path, Optional.empty(), Optional.of(reason), true);
  }

  static InputFile input(ProjectRoot root, String path, FileTree.Content content) {
    return new InputFile(root, path, Optional.of(content), Optional.empty(), true);
  }

  static InputFile missing(ProjectRoot root, String path) {
    return new InputFile(root, path, Optional.empty(), Optional.empty(), false);
  }

  /** The file as it is, or would be when it is created. */
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
