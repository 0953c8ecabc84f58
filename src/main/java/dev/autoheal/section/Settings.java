package dev.autoheal.section;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a section says, without where: its triggers and its action.
 *
 * @param triggers the values of each, those that are 0 for "any" left out
 */
public record Settings(
    SortedMap<TriggerKey, Map<Attribute, Long>> triggers, Optional<Action> action) {
  public Settings {
    triggers = Collections.unmodifiableSortedMap(new TreeMap<>(triggers));
  }
}
