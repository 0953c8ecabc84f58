package dev.autoheal.init;

import dev.autoheal.text.InvisibleCodePoints;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as a policy writes it: bare where every reader of YAML takes it so, else in quotes. */
final class YamlScalar {
  private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*");

  /** What readers of some version of YAML take for something else than text. */
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  static String of(String text) {
    boolean isBare =
        BARE.matcher(text).matches() && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
    return isBare ? text : quoted(text);
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Whether a character can stand in a policy, and be seen there. */
  static boolean takes(int codePoint) {
    return !InvisibleCodePoints.test(codePoint) && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }
}
