package dev.autoheal.finding;

import dev.autoheal.text.Location;

/** Something wrong with a file that is no rule's business, such as a policy that cannot be read. */
public record Problem(Location location, String message) implements Comparable<Problem> {
  @Override
  public int compareTo(Problem other) {
    int byPlace = location.compareTo(other.location);
    return byPlace != 0 ? byPlace : message.compareTo(other.message);
  }
}
