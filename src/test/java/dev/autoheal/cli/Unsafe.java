package dev.autoheal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds control characters and CI commands in a text, by other code than the program. Carriage
 * returns in CRLF and byte order marks are allowed, because they are bytes of a patch.
 */
final class Unsafe {
  private Unsafe() {}

  /** Returns one line for each, or an empty list for a safe text. */
  static List<String> in(String text, boolean colorsAllowed) {
    String plain = text.replace("\r\n", "\n").replace("\uFEFF", "");
    if (colorsAllowed) {
      plain = plain.replaceAll("\u001B\\[\\d{1,2}m", "");
    }
    List<String> found = new ArrayList<>();
    found.addAll(characters(plain));
    for (String line : plain.split("\n", -1)) {
      if (isCommand(line)) {
        found.add("a command: " + line);
      }
    }
    return found;
  }

  /** Returns only the unsafe characters, for a file that no runner reads. */
  static List<String> characters(String text) {
    return text.codePoints()
        .filter(Unsafe::isUnsafe)
        .distinct()
        .mapToObj(c -> "U+%04X %s".formatted(c, Character.getName(c)))
        .toList();
  }

  private static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    boolean control = type == Character.CONTROL && c != '\n' && c != '\t';
    return control
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /**
   * Returns whether a GitHub or Azure runner would find a command. The GitHub runner trims like
   * .NET.
   */
  private static boolean isCommand(String line) {
    return line.replaceAll("^[\\s\\p{Z}\u0085]+", "").startsWith("::")
        || line.contains("##[")
        || line.toLowerCase(Locale.ROOT).contains("##vso[");
  }
}
