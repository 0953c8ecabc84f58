package dev.autoheal.init;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.WebConfig;
import java.util.Comparator;
import java.util.Optional;

/**
 * A web.config, or a transform of one, as a new policy sees it.
 *
 * @param description what its section says; empty when there is none that could be described
 * @param trouble why there is none, where there should be one
 * @param above the web.config of a folder above, if there is one
 */
record ScannedFile(
    String path,
    Optional<ImportedSection> description,
    Optional<String> trouble,
    Optional<String> above) {
  /** By path, each transform after its base, whatever the letter case of their names. */
  static final Comparator<ScannedFile> ORDER =
      Comparator.comparing((ScannedFile file) -> FileTree.join(file.folder(), "web.config"))
          .thenComparing(ScannedFile::isTransform)
          .thenComparing(ScannedFile::path);

  /** By its name, which is all that is known of a file that cannot be read. */
  boolean isTransform() {
    return WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM;
  }

  String folder() {
    return FileTree.folderOf(path);
  }

  /** Whether a section stands in it, or may. */
  boolean mayHaveSection() {
    return description.isPresent() || trouble.isPresent();
  }
}
