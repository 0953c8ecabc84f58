package dev.autoheal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelled word may mean. */
public final class Spelling {
  /**
   * Longer words are not typing errors, and comparing them takes time. The unit is UTF-16 units.
   */
  private static final int LONGEST = 40;

  private Spelling() {}

  /**
   * Returns the known word with the fewest wrong letters, if they are few. Upper case, {@code _}
   * and {@code -} make no difference.
   */
  public static Optional<String> nearest(String seen, Collection<String> known) {
    if (seen.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(seen);
    return known.stream()
        .filter(word -> isNear(plain, word))
        .min(Comparator.comparingInt(word -> slips(plain, plain(word))));
  }

  /**
   * Returns whether the wrong letters are few for the length of the known word, and fewer than were
   * typed.
   */
  private static boolean isNear(String plain, String word) {
    int slips = slips(plain, plain(word));
    return slips <= Math.max(1, (word.length() + 1) / 3) && slips < plain.length();
  }

  /**
   * Returns the word in lower case, without {@code _} and {@code -}, which only separate its parts.
   */
  public static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /**
   * Returns how many letters must be changed, inserted or removed to turn one word into the other.
   */
  private static int slips(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  /** Joins names for a sentence: {@code a, b and c}. */
  public static String list(List<String> names) {
    return joined(names, " and ");
  }

  /** Joins alternatives for a sentence: {@code a, b or c}. */
  public static String alternatives(List<String> names) {
    return joined(names, " or ");
  }

  private static String joined(List<String> names, String conjunction) {
    int last = names.size() - 1;
    return last <= 0
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + conjunction + names.get(last);
  }
}
