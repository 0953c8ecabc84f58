package dev.autoheal.rule;

import dev.autoheal.policy.App;
import dev.autoheal.section.ParsedFile;
import dev.autoheal.xdt.TransformResult;
import java.util.Optional;

/**
 * What an app runs with when it is published in one way.
 *
 * @param files the files that are published
 * @param parsed the published file; if the base or a transform cannot be read, that file instead
 * @param result what the transforms did; empty when a file cannot be read
 */
public record EffectiveConfig(
    VariantFiles files, ParsedFile parsed, Optional<TransformResult> result) {
  /** Returns the app that decides: that of the last matched transform, else that of the base. */
  public Optional<App> app() {
    return files.lastApp().or(files::baseApp);
  }

  /** Returns whether a transform is applied more than once. */
  public boolean repeats(String path) {
    return files.paths().stream().filter(path::equals).count() > 1;
  }

  /** Returns whether the published file must have the section that its app requires. */
  public boolean isRequired() {
    return files.isRequired(parsed);
  }

  /** Returns whether the published file is known. */
  public boolean isKnown() {
    return result.filter(all -> all.isFollowed() && !all.fails()).isPresent();
  }

  /** Returns whether every file can be read, and every operation could be followed. */
  public boolean isFollowed() {
    return result.filter(TransformResult::isFollowed).isPresent();
  }
}
