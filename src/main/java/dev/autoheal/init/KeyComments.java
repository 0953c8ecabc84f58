package dev.autoheal.init;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the comment that explains the keys of a policy, limited to the keys that the policy uses.
 */
final class KeyComments {
  private static final int WIDTH = 100;
  private static final Map<String, String> MEANINGS = meanings();

  private final Set<String> mentioned = new TreeSet<>();

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("version", "version of the policy format");
    meanings.put("defaults", "settings of every app; the settings of an app override them");
    meanings.put("presets", "named settings that apps can use");
    meanings.put("apps", "apps and their files; for each file, the first matching app is used");
    meanings.put("name", "name of the app in reports and for --app");
    meanings.put(
        "files", "relative to this file; * stays in a folder, ** crosses folders, ! excludes");
    meanings.put("action", "action when a trigger fires: recycle, logEvent or customAction");
    meanings.put("customAction", "program to start, and its parameters");
    meanings.put("triggers", "conditions for the action; each instance counts for itself");
    meanings.put("requests", "number of requests in an interval, slow or not");
    meanings.put(
        "slowRequests", "number of requests in an interval that take longer than timeTaken");
    meanings.put("memory", "limit for private bytes; 1 MB is 1024 KB, as in the portal");
    meanings.put("statusCodes", "number of responses with a status in an interval");
    meanings.put("exceptions", "accepted findings, each with an end date and a reason");
    return Collections.unmodifiableMap(meanings);
  }

  /** Records that the policy uses a key. */
  void mention(String key) {
    mentioned.add(key);
  }

  /**
   * Returns a text as comment lines of at most 100 characters, unless a single word is longer.
   *
   * @param indent the spaces before each line
   */
  static String comment(String indent, String text) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (String word : shown(text).split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + 3 + line.length() + word.length() > WIDTH) {
        lines.append(indent).append("#").append(line).append('\n');
        line.setLength(0);
      }
      line.append(' ').append(word);
    }
    return lines.append(indent).append("#").append(line).append('\n').toString();
  }

  /** Replaces characters that could end the comment or be invisible in it. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().map(c -> YamlScalar.takes(c) ? c : 0xFFFD).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder("#\n");
    int column = mentioned.stream().mapToInt(String::length).max().orElse(0);
    MEANINGS.forEach(
        (key, meaning) -> {
          if (mentioned.contains(key)) {
            String gap = " ".repeat(column - key.length());
            lines.append("#   ").append(key).append(gap).append("  ").append(meaning).append('\n');
          }
        });
    return lines.toString();
  }
}
