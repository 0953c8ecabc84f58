package dev.autoheal.git;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The paths of a commit or of the index.
 *
 * @param all the paths of all files and links
 * @param links the paths of symbolic links
 */
public record TrackedPaths(SortedSet<String> all, SortedSet<String> links) {
  /** Reads a listing. Each entry is its mode and more, a tab, the path and a NUL. */
  static TrackedPaths of(String listing) {
    TrackedPaths paths = new TrackedPaths(new TreeSet<>(), new TreeSet<>());
    for (String line : listing.split("\0", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        paths.all.add(line.substring(tab + 1));
        if (line.startsWith("120000 ")) {
          paths.links.add(line.substring(tab + 1));
        }
      }
    }
    return paths;
  }
}
