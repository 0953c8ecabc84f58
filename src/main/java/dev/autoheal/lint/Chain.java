package dev.autoheal.lint;

import dev.autoheal.finding.Finding;
import dev.autoheal.policy.App;
import dev.autoheal.project.FileFinder;
import dev.autoheal.project.InputFile;
import dev.autoheal.project.RunOptions;
import dev.autoheal.project.UsageException;
import dev.autoheal.rule.RuleContext;
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

/** Transforms that are applied to a file, in their order, before what results is judged. */
final class Chain {
  private final List<SourceFile> transforms;

  private Chain(List<SourceFile> transforms) {
    this.transforms = transforms;
  }

  /** No transforms. */
  static final Chain NONE = new Chain(List.of());

  /**
   * What became of a file.
   *
   * @param subject what results; where something cannot be read, that
   */
  record Outcome(RuleContext subject, ChainView view) {
    /** A finding in what results, where that comes from. */
    Finding atOrigin(Finding finding) {
      return finding.moved(
          place -> view.result().map(result -> result.origin(place)).orElse(place));
    }
  }

  /** Reads the transforms that the options name. */
  static Chain of(RunOptions options, Consumer<String> notes) throws IOException, UsageException {
    List<SourceFile> transforms = new ArrayList<>();
    for (Path path : options.transforms()) {
      transforms.add(target(path, options, notes).read());
    }
    return new Chain(List.copyOf(transforms));
  }

  private static InputFile target(Path path, RunOptions options, Consumer<String> notes)
      throws IOException, UsageException {
    if (Files.isDirectory(options.current().resolve(path))) {
      throw new UsageException("--transform takes a file, and %s is a folder".formatted(path));
    }
    InputFile target = new FileFinder(options.naming(path), notes).find().get(0);
    if (target.skipped().isPresent()) {
      throw new UsageException("%s cannot be applied: %s".formatted(path, target.skipped().get()));
    }
    return target;
  }

  boolean isEmpty() {
    return transforms.isEmpty();
  }

  /** The app that governs what results, by the last transform that has one of its own. */
  Optional<App> app(Function<String, Optional<App>> apps) {
    return transforms.stream()
        .flatMap(transform -> apps.apply(transform.path()).stream())
        .reduce((earlier, later) -> later);
  }

  /** What becomes of a base. */
  Outcome applyTo(SourceFile base) {
    RuleContext subject = RuleContext.of(base, WebConfig.Role.CONFIG);
    if (subject.config().isEmpty()) {
      return new Outcome(subject, view(Optional.empty()));
    }
    List<XmlDocument> documents = new ArrayList<>();
    for (SourceFile transform : transforms) {
      RuleContext read = RuleContext.of(transform, WebConfig.Role.TRANSFORM);
      if (read.config().isEmpty()) {
        return new Outcome(read, view(Optional.empty()));
      }
      documents.add(read.config().get().document());
    }
    TransformResult result = Transformer.of(subject.config().get().document(), documents);
    return new Outcome(RuleContext.of(result), view(Optional.of(result)));
  }

  private ChainView view(Optional<TransformResult> result) {
    return new ChainView(transforms.stream().map(SourceFile::path).toList(), result);
  }
}
