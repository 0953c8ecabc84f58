package dev.autoheal.init;

import dev.autoheal.files.FileTree;
import dev.autoheal.section.WebConfig;
import java.util.Comparator;
import java.util.Optional;

/**
 * A web.config or transform as the draft of a policy sees it.
 *
 * @param path relative to the project root
 * @param description the values of its section; empty when there is none that could be described
 * @param trouble why there is no description although there should be one
 * @param above the path of the nearest web.config in a folder above; empty when there is none
 */
record ScannedFile(
    String path,
    Optional<ImportedSection> description,
    Optional<String> trouble,
    Optional<String> above) {
  /** Orders by path, each transform after its base, whatever the letter case of their names. */
  static final Comparator<ScannedFile> ORDER =
      Comparator.comparing((ScannedFile file) -> FileTree.join(file.folder(), "web.config"))
          .thenComparing(ScannedFile::isTransform)
          .thenComparing(ScannedFile::path);

  /**
   * Returns whether the file is named like a transform. The name is all that is known of an
   * unreadable file.
   */
  boolean isTransform() {
    return WebConfig.Role.of(path) == WebConfig.Role.TRANSFORM;
  }

  /**
   * Returns a transform that has only a part of the section as a file that requires nothing. It is
   * a separate app, since it need not have the values of its base. Other files are unchanged.
   */
  ScannedFile asApp() {
    return trouble.filter(ImportedSection.PATCHED::equals).isPresent()
        ? new ScannedFile(path, Optional.of(ImportedSection.OF_PATCH), Optional.empty(), above)
        : this;
  }

  /** Returns a transform as a file that requires nothing, since publishing ignores its section. */
  ScannedFile unused() {
    return new ScannedFile(path, Optional.of(ImportedSection.OF_UNUSED), Optional.empty(), above);
  }

  /** Returns the folder of the file, relative to the same root as its path. */
  String folder() {
    return FileTree.folderOf(path);
  }

  /** Returns whether the file has a section, or may have one that could not be described. */
  boolean mayHaveSection() {
    return description.isPresent() || trouble.isPresent();
  }
}
