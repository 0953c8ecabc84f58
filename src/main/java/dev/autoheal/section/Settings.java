package dev.autoheal.section;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The triggers and the action of a section, without their places.
 *
 * @param triggers the values of each trigger; values that are 0 for "any" are left out
 * @param action the action; empty if there is none
 */
public record Settings(
    SortedMap<TriggerKey, Map<Attribute, Long>> triggers, Optional<Action> action) {
  /** Copies the map; the maps in it are not copied. */
  public Settings {
    triggers = Collections.unmodifiableSortedMap(new TreeMap<>(triggers));
  }
}
