package dev.autoheal.lint;

import dev.autoheal.policy.App;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.FileSelection;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.UsageException;
import dev.autoheal.rule.EffectiveConfig;
import dev.autoheal.rule.VariantFiles;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.section.WebConfig;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
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
  private final List<ParsedFile> transforms;

  private Chain(List<ParsedFile> transforms) {
    this.transforms = transforms;
  }

  /** A chain without transforms. */
  static final Chain NONE = new Chain(List.of());

  /**
   * Reads the transforms that the options name.
   *
   * @param notes receives messages that the user should know but that do not stop the run
   * @throws UsageException if a transform does not exist, is a folder, or is skipped
   */
  static Chain of(LintOptions options, Consumer<String> notes) throws IOException, UsageException {
    List<ParsedFile> transforms = new ArrayList<>();
    if (options.task() instanceof CheckTask check) {
      for (Path path : check.transforms()) {
        SourceFile read = target(path, options.files().current(), notes).read();
        transforms.add(ParsedFile.of(read, WebConfig.Role.TRANSFORM));
      }
    }
    return new Chain(List.copyOf(transforms));
  }

  private static InputFile target(Path path, Path current, Consumer<String> notes)
      throws IOException, UsageException {
    if (Files.isDirectory(current.resolve(path))) {
      throw new UsageException(
          "expected a file for --transform, got the folder %s"
              .formatted(Quoted.literal(path.toString())));
    }
    FileSelection file = FileSelection.of(List.of(path), current, /* allowNoFiles= */ false);
    InputFile target = new FileFinder(file, /* mayBeMissing= */ false, notes).find().get(0);
    if (target.skipped().isPresent()) {
      throw new UsageException("cannot apply %s: %s".formatted(path, target.skipped().get()));
    }
    return target;
  }

  /** Returns whether there are no transforms to apply. */
  boolean isEmpty() {
    return transforms.isEmpty();
  }

  /**
   * Applies the transforms to a base.
   *
   * @param apps returns the app that matches a path
   */
  EffectiveConfig applyTo(SourceFile base, Function<String, Optional<App>> apps) {
    return VariantFiles.of("named", ParsedFile.of(base, WebConfig.Role.CONFIG), transforms, apps)
        .outcome(element -> true);
  }
}
