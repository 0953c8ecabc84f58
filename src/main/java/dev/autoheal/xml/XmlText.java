package dev.autoheal.xml;

import dev.autoheal.text.Encoding;

/** Resolves references in the text of XML, and writes them where they are needed. */
final class XmlText {
  private XmlText() {}

  /**
   * Returns the value of an attribute from the text inside its quotes, which a parser has accepted.
   * Each tab and each line break becomes one space.
   */
  static String unescape(String raw) {
    if (isPlain(raw)) {
      return raw;
    }
    StringBuilder value = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '&') {
        int end = raw.indexOf(';', at);
        value.appendCodePoint(codePoint(raw.substring(at + 1, end)));
        at = end + 1;
      } else {
        // A parser turns each tab and each line end into one space.
        value.append(c < ' ' ? ' ' : c);
        at += raw.startsWith("\r\n", at) ? 2 : 1;
      }
    }
    return value.toString();
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '&' || raw.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * Escapes a value for use inside {@code quote}. What {@code encoding} cannot encode becomes a
   * reference.
   */
  static String escapeAttribute(String value, char quote, Encoding encoding) {
    StringBuilder raw = new StringBuilder(value.length() + 16);
    value.codePoints().forEach(c -> raw.append(escape(c, quote, encoding)));
    return raw.toString();
  }

  private static String escape(int c, char quote, Encoding encoding) {
    String character = Character.toString(c);
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> quote == '"' ? "&quot;" : character;
      case '\'' -> quote == '\'' ? "&apos;" : character;
      default ->
          c >= ' ' && (c < 0x7F || encoding.canEncode(character))
              ? character
              : "&#x%X;".formatted(c);
    };
  }

  /**
   * Returns the offset of the first {@code &} that starts no reference, or one that XML does not
   * define; -1 when there is none.
   *
   * @param from the first offset to look at
   * @param to the exclusive end of the search
   */
  static int badReference(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '&' && codePoint(referenceAt(text, at)) < 0) {
        return at;
      }
    }
    return -1;
  }

  /** Returns the name between {@code &} and {@code ;}; empty when there is none. */
  static String referenceAt(String text, int ampersand) {
    int end = ampersand + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    return text.startsWith(";", end) ? text.substring(ampersand + 1, end) : "";
  }

  /** Returns the code point of a reference; -1 when XML does not define that name or number. */
  private static int codePoint(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default ->
          name.startsWith("#x")
              ? codePoint(name.substring(2), 16)
              : name.startsWith("#") ? codePoint(name.substring(1), 10) : -1;
    };
  }

  private static int codePoint(String digits, int radix) {
    try {
      int c = Integer.parseInt(digits, radix);
      return firstIllegal(Character.toString(c)) < 0 ? c : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  /** Returns the offset of the first character that XML 1.0 forbids; -1 when there is none. */
  static int firstIllegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? !isSpace(c) : c >= Character.MIN_SURROGATE && !isLegalAt(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLegalAt(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < 0xFFFE;
  }

  /** Returns whether a character is white space in XML: a space, a tab, LF or CR. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
