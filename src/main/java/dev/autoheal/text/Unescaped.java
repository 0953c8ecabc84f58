package dev.autoheal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which character references of XML, and escapes of JSON and YAML, are replaced by the
 * characters that they represent. A quote that was escaped becomes {@link #QUOTE} or {@link
 * #APOSTROPHE}, since it does not end the value that it is in.
 */
final class Unescaped {
  /** A double quote that was escaped. */
  static final char QUOTE = '\uE000';

  /** A single quote that was escaped. */
  static final char APOSTROPHE = '\uE001';

  private static final Pattern ESCAPE =
      Pattern.compile(
          "&(?:#0{0,9}(?<decimal>\\d{1,7})|#[xX]0{0,9}(?<hex>[0-9a-fA-F]{1,6})"
              + "|(?<name>[A-Za-z]{2,8}));|\\\\(?:u00|x)(?<escape>[2-7][0-9a-fA-F])");

  /** Replaces a character that is not needed to recognize a credential. */
  private static final char OTHER = '\uFFFD';

  private final String text;

  /** The offset in the original text of each character and of the end; null if they are equal. */
  private final int[] offsets;

  private Unescaped(String text, int[] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /** Replaces what is escaped. */
  static Unescaped of(String original) {
    if (original.indexOf('&') < 0 && original.indexOf('\\') < 0) {
      return new Unescaped(original, null);
    }
    StringBuilder text = new StringBuilder(original.length());
    int[] offsets = new int[original.length() + 1];
    Matcher escape = ESCAPE.matcher(original);
    int at = 0;
    while (at < original.length()) {
      char c = original.charAt(at);
      offsets[text.length()] = at;
      if ((c == '&' || c == '\\') && escape.region(at, original.length()).lookingAt()) {
        text.append(character(escape));
        at = escape.end();
      } else {
        text.append(c);
        at++;
      }
    }
    offsets[text.length()] = original.length();
    return new Unescaped(text.toString(), offsets);
  }

  private static char character(Matcher escape) {
    if (escape.group("name") != null) {
      return switch (escape.group("name")) {
        case "amp" -> '&';
        case "lt" -> '<';
        case "gt" -> '>';
        case "quot" -> QUOTE;
        case "apos" -> APOSTROPHE;
        default -> OTHER;
      };
    }
    if (escape.group("decimal") != null) {
      return character(Integer.parseInt(escape.group("decimal")));
    }
    String hex = escape.group("hex");
    return character(Integer.parseInt(hex != null ? hex : escape.group("escape"), 16));
  }

  private static char character(int c) {
    return switch (c) {
      case '"' -> QUOTE;
      case '\'' -> APOSTROPHE;
      default -> c <= Character.MAX_VALUE ? (char) c : OTHER;
    };
  }

  /** Returns the text without escapes. */
  String text() {
    return text;
  }

  /** Returns the span of the original text that became a span of this text. */
  Span original(Span span) {
    return offsets == null ? span : new Span(offsets[span.start()], offsets[span.end()]);
  }
}
