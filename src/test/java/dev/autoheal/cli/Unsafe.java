package dev.autoheal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a terminal or the log of a CI runner would obey in a text, found in another way than the
 * program does. Carriage returns of CRLF and byte order marks are none of it: they are bytes of a
 * patch.
 */
final class Unsafe {
  private Unsafe() {}

  /** One line for each; empty for a text that is safe. */
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

  /** The characters alone, in a file that no runner reads. */
  static List<String> characters(String text) {
    return text.codePoints()
        .filter(Unsafe::isObeyed)
        .distinct()
        .mapToObj(c -> "U+%04X %s".formatted(c, Character.getName(c)))
        .toList();
  }

  private static boolean isObeyed(int c) {
    int type = Character.getType(c);
    boolean control = type == Character.CONTROL && c != '\n' && c != '\t';
    return control
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** What the runners of GitHub and Azure would parse: the first trims as .NET does. */
  private static boolean isCommand(String line) {
    return line.replaceAll("^[\\s\\p{Z}\u0085]+", "").startsWith("::")
        || line.contains("##[")
        || line.toLowerCase(Locale.ROOT).contains("##vso[");
  }
}
