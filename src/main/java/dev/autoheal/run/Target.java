package dev.autoheal.run;

import dev.autoheal.text.Tree;
import java.util.Optional;

/**
 * A file that is to be judged.
 *
 * @param content of standard input that takes the place of the file
 * @param skipped why it is not judged, if so
 * @param exists whether it is there; one that is not is to be created
 */
record Target(
    Root root,
    String path,
    Optional<Tree.Content> content,
    Optional<String> skipped,
    boolean exists) {

  static Target file(Root root, String path) {
    return new Target(root, path, Optional.empty(), Optional.empty(), true);
  }

  static Target skipped(Root root, String path, String reason) {
    return new Target(root, path, Optional.empty(), Optional.of(reason), true);
  }

  static Target input(Root root, String path, Tree.Content content) {
    return new Target(root, path, Optional.of(content), Optional.empty(), true);
  }

  static Target missing(Root root, String path) {
    return new Target(root, path, Optional.empty(), Optional.empty(), false);
  }
}
