package dev.autoheal.rule;

import dev.autoheal.text.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known name that a wrong one probably stands for. */
final class Meant {
  /** What ARM templates and Terraform call the same things, plain. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("status", "statusCode"),
          Map.entry("substatus", "subStatusCode"),
          Map.entry("win32status", "win32StatusCode"),
          Map.entry("interval", "timeInterval"),
          Map.entry("privatememorykb", "privateBytesInKB"),
          Map.entry("actiontype", "value"),
          Map.entry("type", "value"),
          Map.entry("executable", "exe"));

  private Meant() {}

  /** The name of {@code known} that {@code seen} stands for; empty when none is near. */
  static Optional<String> by(String seen, List<String> known) {
    return exactly(seen, known).or(() -> Spelling.nearest(seen, known));
  }

  /** The same without any slip: only letter case, signs that part words, and other names. */
  static Optional<String> exactly(String seen, List<String> known) {
    String plain = Spelling.plain(seen);
    return Optional.ofNullable(OTHER_NAMES.get(plain))
        .filter(known::contains)
        .or(() -> known.stream().filter(name -> Spelling.plain(name).equals(plain)).findFirst());
  }

  /** What to do about {@code seen}, in a few words; {@code otherwise} when no name is near. */
  static String cure(String seen, List<String> known, String otherwise) {
    Optional<String> meant = by(seen, known);
    if (meant.filter(seen::equalsIgnoreCase).isPresent()) {
      return "letter case counts, write " + meant.get();
    }
    return meant.map("did you mean %s?"::formatted).orElse(otherwise);
  }

  /** {@code a, b and c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last <= 0
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
