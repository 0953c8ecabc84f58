package dev.autoheal.lint;

import dev.autoheal.xdt.TransformResult;
import java.util.List;
import java.util.Optional;

/**
 * The transforms that were applied to a file before it was judged.
 *
 * @param transforms their paths, in their order
 * @param result empty when the file or a transform cannot be read
 */
public record ChainView(List<String> transforms, Optional<TransformResult> result) {
  public ChainView {
    transforms = List.copyOf(transforms);
  }
}
