package dev.autoheal.review;

import java.util.Optional;

/**
 * A file in both revisions.
 *
 * @param before its path in the base; empty when it is new
 * @param after its path in the head; empty when it is gone
 */
record FilePair(Optional<String> before, Optional<String> after) {
  /** A file that is called the same in both, or would be. */
  static FilePair of(String path) {
    return new FilePair(Optional.of(path), Optional.of(path));
  }

  /** What it is called in reports. */
  String path() {
    return after.or(() -> before).orElseThrow();
  }
}
