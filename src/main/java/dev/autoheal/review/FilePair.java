package dev.autoheal.review;

import java.util.Optional;

/**
 * A file in both revisions.
 *
 * @param before its path in the base; empty when it is new
 * @param after its path in the head; empty when it was deleted
 */
record FilePair(Optional<String> before, Optional<String> after) {
  /** Returns a pair with the same path in both revisions, even if one of them lacks the file. */
  static FilePair of(String path) {
    return new FilePair(Optional.of(path), Optional.of(path));
  }

  /** Returns the path that reports show: that in the head, or else that in the base. */
  String path() {
    return after.or(() -> before).orElseThrow();
  }
}
