package dev.autoheal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines where a credential ends; rather too far than not far enough. XML references belong to
 * it. So a line of a file gives the same result as the value in it.
 */
final class SecretExtent {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern QUOTE =
      Pattern.compile("\\\\?(?:[\"']|&(?:quot|apos|#34|#39|#x22|#x27);)");

  /**
   * The number of UTF-16 units to search around a space for the semicolon that makes it part of the
   * value.
   */
  private static final int AHEAD = 200;

  private final String text;
  private final int start;

  private final End end;

  /**
   * The end of a value that is not in quotes. A closing quote and the end of the line always end it
   * too.
   */
  private enum End {
    /** A space or a tab. */
    SPACE,
    /** The separator of a query. */
    AMPERSAND,
    /** The separator of a connection string. */
    SEMICOLON,
    /** A semicolon, or a space with no semicolon behind it. */
    EITHER
  }

  private SecretExtent(String text, int start, End end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** Returns the span of the group {@code value}. */
  static Span group(String text, Matcher found) {
    return new Span(found.start("value"), found.end("value"));
  }

  /** Returns the span of a value in quotes, or up to a space. */
  static Span word(String text, Matcher found) {
    return new SecretExtent(text, found.end(), End.SPACE).span();
  }

  /**
   * Returns the span of a value in quotes, or up to a semicolon. In a connection string spaces
   * belong to the value.
   */
  static Span assigned(String text, Matcher found) {
    int before = found.start() - 1;
    while (before > 0 && found.start() - before < AHEAD && text.charAt(before) == ' ') {
      before--;
    }
    boolean among = before >= 0 && text.charAt(before) == ';';
    return new SecretExtent(text, found.end(), among ? End.SEMICOLON : End.EITHER).span();
  }

  /** Returns the span of a value in quotes, or up to the next part of a query. */
  static Span query(String text, Matcher found) {
    return new SecretExtent(text, found.end(), End.AMPERSAND).span();
  }

  private Span span() {
    Matcher quote = QUOTE.matcher(text).region(start, text.length());
    if (quote.lookingAt()) {
      int close = text.indexOf(quote.group(), quote.end());
      return new Span(quote.end(), close < 0 ? text.length() : close);
    }
    int at = start;
    while (at < text.length() && !isEnd(at)) {
      at = next(at);
    }
    return new Span(start, at);
  }

  private boolean isEnd(int at) {
    return switch (text.charAt(at)) {
      case ' ', '\t' -> end != End.SEMICOLON && !(end == End.EITHER && leadsToSemicolon(at));
      case '\n', '\r' -> true;
      case ';' -> end == End.SEMICOLON || end == End.EITHER;
      case '&' -> end == End.AMPERSAND || isClosingQuote(at);
      case '\\', '"', '\'' -> isClosingQuote(at);
      default -> false;
    };
  }

  private boolean leadsToSemicolon(int from) {
    for (int i = from; i < Math.min(text.length(), from + AHEAD); i = next(i)) {
      switch (text.charAt(i)) {
        case ';' -> {
          return true;
        }
        case '\n', '\r' -> {
          return false;
        }
        case '\\', '"', '\'', '&' -> {
          if (isClosingQuote(i)) {
            return false;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Returns whether a quote ends the value; a quote in the middle of a word belongs to it. */
  private boolean isClosingQuote(int at) {
    Matcher quote = QUOTE.matcher(text).region(at, text.length());
    return quote.lookingAt()
        && (quote.end() == text.length() || !isInside(text.charAt(quote.end())));
  }

  private static boolean isInside(char behind) {
    return Character.isLetterOrDigit(behind) || "!#$%+-=_*@~^".indexOf(behind) >= 0;
  }

  private int next(int at) {
    if (text.charAt(at) != '&') {
      return at + 1;
    }
    Matcher reference = REFERENCE.matcher(text).region(at, text.length());
    return reference.lookingAt() ? reference.end() : at + 1;
  }
}
