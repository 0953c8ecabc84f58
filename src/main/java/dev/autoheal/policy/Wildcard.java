package dev.autoheal.policy;

import java.util.function.IntPredicate;

/**
 * Matches patterns in which a star matches any run of units. Only the last star is ever extended by
 * a unit. The number of steps is therefore at most the length of the pattern times the number of
 * units, never exponential.
 */
final class Wildcard {
  /** Decides whether a part of the pattern that is not a star matches a unit. */
  interface Fit {
    /**
     * Returns whether the part with this index matches the unit with this index; both count from 0.
     */
    boolean fits(int part, int unit);
  }

  private Wildcard() {}

  /**
   * Returns whether a whole pattern matches a whole sequence of units.
   *
   * @param parts the number of parts of the pattern
   * @param units the number of units
   * @param isStar tells for the index of a part whether it is a star
   * @param fit compares a part that is not a star with a unit
   */
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
