package dev.autoheal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a credential goes; rather too far than not far enough. References of XML are part of it,
 * so that a line of a file reads like the value that it holds.
 */
final class SecretExtent {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern QUOTE =
      Pattern.compile("\\\\?(?:[\"']|&(?:quot|apos|#34|#39|#x22|#x27);)");

  /** How far a blank looks ahead for the semicolon that says it is part of the value. */
  private static final int AHEAD = 200;

  private final String text;
  private final int start;

  private final End end;

  /** What ends a value that is not in quotes, beside a closing quote and the end of the line. */
  private enum End {
    BLANK,
    AMPERSAND,
    SEMICOLON,
    /** A semicolon, or a blank with no semicolon behind it. */
    EITHER
  }

  private SecretExtent(String text, int start, End end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** The group of that name. */
  static Span group(String text, Matcher found) {
    return new Span(found.start("value"), found.end("value"));
  }

  /** In quotes, or up to a blank. */
  static Span word(String text, Matcher found) {
    return new SecretExtent(text, found.end(), End.BLANK).span();
  }

  /** In quotes, or up to a semicolon; in a connection string blanks belong to it. */
  static Span assigned(String text, Matcher found) {
    int before = found.start() - 1;
    while (before > 0 && found.start() - before < AHEAD && text.charAt(before) == ' ') {
      before--;
    }
    boolean among = before >= 0 && text.charAt(before) == ';';
    return new SecretExtent(text, found.end(), among ? End.SEMICOLON : End.EITHER).span();
  }

  /** In quotes, or up to the next part of a query. */
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

  /** A quote in the middle of a word belongs to it. */
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
