package dev.autoheal.policy;

import dev.autoheal.policy.read.PatternReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One pattern: {@code *} stands for any characters of one name, {@code ?} for one, {@code **}
 * between slashes for any number of folders, none included. Folders match in exactly their letters,
 * the file name in any letter case, the same on every platform.
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

  /** A pattern that {@link PatternReader} took, without its {@code !}. */
  public static Glob of(String pattern) {
    String toTheFile = pattern.endsWith(FOLDERS) ? pattern + "/*" : pattern;
    return new Glob(pattern, Arrays.stream(toTheFile.split("/")).map(Name::new).toList());
  }

  /** As written. */
  String pattern() {
    return pattern;
  }

  /** Whether it has no wildcard, so that it names one file. */
  public boolean isExact() {
    return names.stream().noneMatch(Name::isWild);
  }

  /** Whether its last name has no wildcard. */
  boolean isExactFile() {
    return !names.get(names.size() - 1).isWild();
  }

  /** The last folder it names without a wildcard. */
  Optional<String> folder() {
    for (int i = names.size() - 2; i >= 0; i--) {
      if (!names.get(i).isWild()) {
        return Optional.of(names.get(i).text);
      }
    }
    return Optional.empty();
  }

  /** Whether the names of a path fit, folders first, without the {@code first} ones. */
  boolean matches(String[] path, int first) {
    int last = path.length - 1 - first;
    return Wildcard.matches(
        names.size(),
        path.length - first,
        part -> names.get(part).isFolders(),
        (part, unit) -> names.get(part).fits(path[first + unit], unit == last));
  }

  /** Two patterns are equal when they differ in the letter case of the file name alone. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && normal.equals(glob.normal);
  }

  @Override
  public int hashCode() {
    return normal.hashCode();
  }

  /** The part of a pattern between two slashes. */
  private static final class Name {
    private final String text;
    private final int[] characters;
    private final boolean isWild;

    Name(String text) {
      this.text = text;
      this.characters = text.codePoints().toArray();
      this.isWild = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
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
      int[] seen = name.codePoints().toArray();
      return Wildcard.matches(
          characters.length,
          seen.length,
          part -> characters[part] == '*',
          (part, unit) -> fits(characters[part], seen[unit], anyCase));
    }

    private static boolean fits(int asked, int seen, boolean anyCase) {
      return asked == '?' || asked == seen || (anyCase && folded(asked) == folded(seen));
    }

    /** As {@link String#equalsIgnoreCase} compares. */
    private static int folded(int character) {
      return Character.toLowerCase(Character.toUpperCase(character));
    }
  }
}
