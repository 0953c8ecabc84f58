package dev.autoheal.lint;

import dev.autoheal.xdt.TransformResult;
import java.util.List;
import java.util.Optional;

/**
 * The transforms that were applied to a file before it was checked, and their result.
 *
 * @param transforms the paths of the transforms, in the order of application
 * @param result the file after all transforms; empty when the file or a transform cannot be read
 */
public record ChainView(List<String> transforms, Optional<TransformResult> result) {
  public ChainView {
    transforms = List.copyOf(transforms);
  }
}
