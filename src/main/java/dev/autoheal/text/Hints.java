package dev.autoheal.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds in one pass over a text which constants of an enum may concern it. Each constant has short
 * texts of ASCII characters, one of which is in every text that the constant concerns.
 */
final class Hints<E extends Enum<E>> {
  private static final int ASCII = 128;

  private final Class<E> type;

  /** The hints by their first character; null for a character that none starts with. */
  private final Hint[][] byFirst = new Hint[ASCII][];

  private record Hint(String text, Enum<?> constant) {}

  /**
   * Indexes the hints of an enum.
   *
   * @param hints returns the hints of a constant, none of which is empty
   */
  Hints(Class<E> type, Function<E, List<String>> hints) {
    this.type = type;
    for (E constant : type.getEnumConstants()) {
      for (String hint : hints.apply(constant)) {
        Hint[] known = byFirst[hint.charAt(0)];
        Hint[] all = known == null ? new Hint[1] : Arrays.copyOf(known, known.length + 1);
        all[all.length - 1] = new Hint(hint, constant);
        byFirst[hint.charAt(0)] = all;
      }
    }
  }

  /** Returns the constants that have a hint in a text, in exactly its letter case. */
  Set<E> in(String text) {
    Set<E> found = EnumSet.noneOf(type);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII && byFirst[c] != null) {
        for (Hint hint : byFirst[c]) {
          if (text.startsWith(hint.text, i)) {
            found.add(type.cast(hint.constant));
          }
        }
      }
    }
    return found;
  }
}
