package dev.autoheal.review;

import java.util.Optional;

/**
 * A file in both revisions.
 *
 * @param before its path in the base; empty when it is new
 * @param after its path in the head; empty when it is gone
 */
record Pair(Optional<String> before, Optional<String> after) {
  /** A file that is called the same in both, or would be. */
  static Pair of(String path) {
    return new Pair(Optional.of(path), Optional.of(path));
  }

  /** What it is called in reports. */
  String path() {
    return after.or(() -> before).orElseThrow();
  }
}
