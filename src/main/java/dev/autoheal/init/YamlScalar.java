package dev.autoheal.init;

import dev.autoheal.text.InvisibleCodePoints;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a text as a YAML scalar: without quotes where every YAML reader takes it as text, else in
 * single quotes.
 */
final class YamlScalar {
  private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*");

  /** The words that are not text in some version of YAML. */
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  /** Returns the text without quotes if that is safe, else in single quotes. */
  static String of(String text) {
    boolean isBare =
        BARE.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
    return isBare ? text : quoted(text);
  }

  /** Returns the text in single quotes, with each single quote doubled. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns whether a character can be in a policy and is visible there. */
  static boolean takes(int codePoint) {
    return !InvisibleCodePoints.test(codePoint) && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }
}
