package dev.autoheal.project;

import java.util.Set;

/**
 * What a search of folders did not look at.
 *
 * @param folders the names of the folders that it did not enter, sorted, without those of git
 * @param gitIgnored the number of files that it found and git ignores
 */
public record LeftOut(Set<String> folders, long gitIgnored) {
  /** A search that looked at everything. */
  public static final LeftOut NOTHING = new LeftOut(Set.of(), 0);
}
