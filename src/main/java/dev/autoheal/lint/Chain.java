package dev.autoheal.lint;

import dev.autoheal.policy.App;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.FileSelection;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.UsageException;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xdt.TransformResult;
import dev.autoheal.xdt.Transformer;
import dev.autoheal.xml.XmlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Applies transforms to a file, in the order of the options, before the result is checked. */
final class Chain {
  private final List<SourceFile> transforms;

  private Chain(List<SourceFile> transforms) {
    this.transforms = transforms;
  }

  /** A chain without transforms. */
  static final Chain NONE = new Chain(List.of());

  /**
   * The file that results from applying the transforms to a base.
   *
   * @param parsed the resulting file; if the base or a transform cannot be read, that file instead
   * @param view the transforms, with their result
   */
  record Outcome(ParsedFile parsed, ChainView view) {}

  /**
   * Reads the transforms that the options name.
   *
   * @param notes receives messages that the user should know but that do not stop the run
   * @throws UsageException if a transform does not exist, is a folder, or is skipped
   */
  static Chain of(LintOptions options, Consumer<String> notes) throws IOException, UsageException {
    List<SourceFile> transforms = new ArrayList<>();
    if (options.task() instanceof CheckTask check) {
      for (Path path : check.transforms()) {
        transforms.add(target(path, options.files().current(), notes).read());
      }
    }
    return new Chain(List.copyOf(transforms));
  }

  private static InputFile target(Path path, Path current, Consumer<String> notes)
      throws IOException, UsageException {
    if (Files.isDirectory(current.resolve(path))) {
      throw new UsageException("--transform takes a file, and %s is a folder".formatted(path));
    }
    FileSelection file = FileSelection.of(List.of(path), current, /* allowNoFiles= */ false);
    InputFile target = new FileFinder(file, /* mayBeMissing= */ false, notes).find().get(0);
    if (target.skipped().isPresent()) {
      throw new UsageException("%s cannot be applied: %s".formatted(path, target.skipped().get()));
    }
    return target;
  }

  /** Returns whether there are no transforms to apply. */
  boolean isEmpty() {
    return transforms.isEmpty();
  }

  /**
   * Returns the app that matches the last transform that any app matches. It decides the app of the
   * resulting file.
   *
   * @param apps returns the app that matches a path
   * @return the app, or empty if no transform is matched
   */
  Optional<App> app(Function<String, Optional<App>> apps) {
    return transforms.stream()
        .flatMap(transform -> apps.apply(transform.path()).stream())
        .reduce((earlier, later) -> later);
  }

  /**
   * Applies the transforms to a base. If the base or a transform cannot be read, the outcome holds
   * that file and no result.
   */
  Outcome applyTo(SourceFile base) {
    ParsedFile read = ParsedFile.of(base, WebConfig.Role.CONFIG);
    if (read.config().isEmpty()) {
      return new Outcome(read, view(Optional.empty()));
    }
    List<XmlDocument> documents = new ArrayList<>();
    for (SourceFile transform : transforms) {
      ParsedFile patch = ParsedFile.of(transform, WebConfig.Role.TRANSFORM);
      if (patch.config().isEmpty()) {
        return new Outcome(patch, view(Optional.empty()));
      }
      documents.add(patch.config().get().document());
    }
    TransformResult result = Transformer.of(read.config().get().document(), documents);
    return new Outcome(ParsedFile.of(result), view(Optional.of(result)));
  }

  private ChainView view(Optional<TransformResult> result) {
    return new ChainView(transforms.stream().map(SourceFile::path).toList(), result);
  }
}
