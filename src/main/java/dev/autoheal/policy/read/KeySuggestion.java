package dev.autoheal.policy.read;

import dev.autoheal.text.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the known word that a misspelled word probably means. */
final class KeySuggestion {
  /**
   * The names that ARM, Terraform, web.config and other tools use, each with the words of a policy.
   * The names are in lower case, without separators.
   */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("statuscode", List.of("status", "statusCodes")),
          Map.entry("substatuscode", List.of("subStatus")),
          Map.entry("win32statuscode", List.of("win32Status")),
          Map.entry("interval", List.of("timeInterval")),
          Map.entry("privatememorykb", List.of("privateBytesInKB")),
          Map.entry("privatebytesinkb", List.of("memory")),
          Map.entry("privatememory", List.of("memory")),
          Map.entry("actiontype", List.of("action")),
          Map.entry("actions", List.of("action")),
          Map.entry("executable", List.of("exe")),
          Map.entry("arguments", List.of("parameters")),
          Map.entry("path", List.of("files")),
          Map.entry("paths", List.of("files")),
          Map.entry("ignore", List.of("exclude")),
          Map.entry("warn", List.of("warning")),
          Map.entry("expires", List.of("until")),
          Map.entry("justification", List.of("reason")),
          Map.entry("delete", List.of("remove")));

  private KeySuggestion() {}

  /**
   * Returns the known word that differs only in letter case or separators. If there is none,
   * returns the one for which {@code seen} is another name, else the one with the fewest typing
   * errors. The result is empty when no word is close.
   */
  static Optional<String> to(String seen, Collection<String> known) {
    String plain = Spelling.plain(seen);
    List<String> candidates = OTHER_NAMES.getOrDefault(plain, List.of());
    return known.stream()
        .filter(word -> Spelling.plain(word).equals(plain))
        .findFirst()
        .or(() -> known.stream().filter(candidates::contains).findFirst())
        .or(() -> Spelling.nearest(seen, known));
  }
}
