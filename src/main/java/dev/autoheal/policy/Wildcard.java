package dev.autoheal.policy;

import java.util.function.IntPredicate;

/**
 * Matching with a star that stands for any run of units. Only the last star ever takes a unit more,
 * so the steps are at most pattern times units, never a power of them.
 */
final class Wildcard {
  /** Whether one part of the pattern, which is no star, fits one unit. */
  interface Fit {
    boolean fits(int part, int unit);
  }

  private Wildcard() {}

  /** Whether {@code parts} parts of a pattern fit {@code units} units as a whole. */
  static boolean matches(int parts, int units, IntPredicate isStar, Fit fit) {
    int part = 0;
    int unit = 0;
    int star = -1;
    int afterStar = 0;
    while (unit < units) {
      if (part < parts && isStar.test(part)) {
        star = part++;
        afterStar = unit;
      } else if (part < parts && fit.fits(part, unit)) {
        part++;
        unit++;
      } else if (star >= 0) {
        part = star + 1;
        unit = ++afterStar;
      } else {
        return false;
      }
    }
    while (part < parts && isStar.test(part)) {
      part++;
    }
    return part == parts;
  }
}
