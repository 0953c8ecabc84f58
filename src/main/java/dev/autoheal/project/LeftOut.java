package dev.autoheal.project;

import java.util.Set;

/**
 * The files and folders that a search left out.
 *
 * @param folders the names of the folders that it did not enter, sorted, without those of git
 * @param gitIgnored the number of files that it found and git ignores
 */
public record LeftOut(Set<String> folders, long gitIgnored) {
  /** A search that left out nothing. */
  public static final LeftOut NOTHING = new LeftOut(Set.of(), 0);
}
