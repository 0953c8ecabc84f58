package dev.autoheal.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file pattern. {@code *} matches any characters of one name, {@code ?} matches one character.
 * {@code **} between slashes matches any number of folders, also none; at the end it matches all
 * files below. Folders match case-sensitively, the file name in any letter case, the same on every
 * platform.
 */
public final class Glob {
  private static final String FOLDERS = "**";

  private final String pattern;
  private final String normal;
  private final List<Name> names;

  private Glob(String pattern, List<Name> names) {
    int file = pattern.lastIndexOf('/') + 1;
    this.pattern = pattern;
    this.normal = pattern.substring(0, file) + pattern.substring(file).toLowerCase(Locale.ROOT);
    this.names = names;
  }

  /** Creates a pattern from a text that a policy may have, without its {@code !}. */
  public static Glob of(String pattern) {
    String toTheFile = pattern.endsWith(FOLDERS) ? pattern + "/*" : pattern;
    return new Glob(pattern, Arrays.stream(toTheFile.split("/")).map(Name::new).toList());
  }

  /** Returns the pattern as written. */
  String pattern() {
    return pattern;
  }

  /** Returns whether the pattern has no wildcard, so that it names one file. */
  public boolean isExact() {
    return names.stream().noneMatch(Name::isWild);
  }

  /** Returns whether the last name has no wildcard. */
  boolean isExactFile() {
    return !names.get(names.size() - 1).isWild();
  }

  /**
   * Returns the last folder that the pattern names without a wildcard; empty when there is none.
   */
  Optional<String> folder() {
    for (int i = names.size() - 2; i >= 0; i--) {
      if (!names.get(i).isWild()) {
        return Optional.of(names.get(i).text);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether the names of a path match this pattern, from the index {@code first} on. The
   * folders come first and the file name is last.
   */
  boolean matches(String[] path, int first) {
    int last = path.length - 1 - first;
    return Wildcard.matches(
        names.size(),
        path.length - first,
        part -> names.get(part).isFolders(),
        (part, unit) -> names.get(part).fits(path[first + unit], unit == last));
  }

  /** Returns whether the patterns are equal, apart from the letter case of the file name. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && normal.equals(glob.normal);
  }

  @Override
  public int hashCode() {
    return normal.hashCode();
  }

  /** A name in a pattern: the text between two slashes. */
  private static final class Name {
    private final String text;
    private final int[] characters;
    private final boolean isWild;

    /** The number of characters before the first wildcard. */
    private final int literal;

    Name(String text) {
      this.text = text;
      this.characters = text.codePoints().toArray();
      this.literal = literal(text);
      this.isWild = literal < text.length();
    }

    private static int literal(String text) {
      int at = 0;
      while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
        at++;
      }
      return at;
    }

    boolean isWild() {
      return isWild;
    }

    boolean isFolders() {
      return text.equals(FOLDERS);
    }

    boolean fits(String name, boolean anyCase) {
      if (!isWild) {
        return anyCase ? text.equalsIgnoreCase(name) : text.equals(name);
      }
      if (!name.regionMatches(anyCase, 0, text, 0, literal)) {
        return false;
      }
      int[] seen = name.codePoints().toArray();
      return Wildcard.matches(
          characters.length,
          seen.length,
          part -> characters[part] == '*',
          (part, unit) -> fits(characters[part], seen[unit], anyCase));
    }

    private static boolean fits(int expected, int seen, boolean anyCase) {
      return expected == '?' || expected == seen || (anyCase && folded(expected) == folded(seen));
    }

    /** Folds the case of a character the way that {@link String#equalsIgnoreCase} does. */
    private static int folded(int character) {
      return Character.toLowerCase(Character.toUpperCase(character));
    }
  }
}
