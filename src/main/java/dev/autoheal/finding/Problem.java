package dev.autoheal.finding;

import dev.autoheal.text.Location;

/**
 * A problem with a file that no rule reports, for example a policy that cannot be read.
 *
 * @param location where the problem is
 * @param message what is wrong, for the user
 */
public record Problem(Location location, String message) implements Comparable<Problem> {
  @Override
  public int compareTo(Problem other) {
    int byPlace = location.compareTo(other.location);
    return byPlace != 0 ? byPlace : message.compareTo(other.message);
  }
}
