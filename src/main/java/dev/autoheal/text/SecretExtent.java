package dev.autoheal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines where a credential ends, in a text that is {@link Unescaped}; in doubt, it goes too
 * far rather than not far enough.
 */
final class SecretExtent {
  /** The quotes, for a character class; a quote that was escaped is a different character. */
  static final String QUOTES = "\"'" + Unescaped.QUOTE + Unescaped.APOSTROPHE;

  /** Matches a quote, also one that is escaped by backslashes, or doubled before a value. */
  private static final Pattern QUOTE =
      Pattern.compile("\\\\{0,3}([" + QUOTES + "])(?:\\1(?=[\\w!#$%^*@~+/.-]))?");

  /**
   * The number of UTF-16 units to search around a space for the semicolon that makes it part of the
   * value.
   */
  private static final int AHEAD = 200;

  private final String text;
  private final int start;

  private final End end;

  /**
   * The end of a value that is not in quotes. A closing quote always ends it too, and so does the
   * end of the line, unless the value goes on to a semicolon.
   */
  private enum End {
    /** A space or a tab. */
    SPACE,
    /** The separator of a query. */
    AMPERSAND,
    /** The separator of a connection string. */
    SEMICOLON,
    /** A semicolon, or a space with no semicolon after it. */
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

  /** Returns the span of the group {@code value}, or else of the word after the match. */
  static Span groupOrWord(String text, Matcher found) {
    return found.start("value") < 0 ? word(text, found) : group(text, found);
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
    while (before > 0 && found.start() - before < AHEAD && isSpace(text.charAt(before))) {
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
      return new Span(quote.end(), closing(quote.group(), quote.end()));
    }
    int at = start;
    while (at < text.length() && !isEnd(at)) {
      at++;
    }
    return new Span(start, at);
  }

  /**
   * Returns the offset of the closing quote; without one, that of the end of the line. A quote that
   * is doubled or preceded by a backslash is not the closing one.
   */
  private int closing(String quote, int from) {
    int at = text.indexOf(quote, from);
    while (at >= 0) {
      boolean isDoubled = text.startsWith(quote, at + quote.length());
      if (!isDoubled && (at == from || text.charAt(at - 1) != '\\')) {
        return at;
      }
      at = text.indexOf(quote, at + (isDoubled ? 2 : 1) * quote.length());
    }
    int line = from;
    while (line < text.length() && !isBreak(text.charAt(line))) {
      line++;
    }
    return line;
  }

  private boolean isEnd(int at) {
    char c = text.charAt(at);
    if (isBreak(c)) {
      return end == End.SPACE || end == End.AMPERSAND || !leadsToSemicolon(at);
    }
    return switch (c) {
      case ' ', '\t' -> end != End.SEMICOLON && !(end == End.EITHER && leadsToSemicolon(at));
      case ';' -> end == End.SEMICOLON || end == End.EITHER;
      case '&' -> end == End.AMPERSAND;
      default -> isClosingQuote(at);
    };
  }

  private boolean leadsToSemicolon(int from) {
    for (int i = from; i < Math.min(text.length(), from + AHEAD); i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return true;
      }
      if (c == '<' || c == '>' || isClosingQuote(i)) {
        return false;
      }
    }
    return false;
  }

  /** Returns whether a quote ends the value; a quote in the middle of a word belongs to it. */
  private boolean isClosingQuote(int at) {
    char c = text.charAt(at);
    if (c != '\\' && QUOTES.indexOf(c) < 0) {
      return false;
    }
    Matcher quote = QUOTE.matcher(text).region(at, text.length());
    return quote.lookingAt()
        && (quote.end() == text.length() || !isInside(text.charAt(quote.end())));
  }

  private static boolean isInside(char behind) {
    return Character.isLetterOrDigit(behind) || "!#$%+-=_*@~^".indexOf(behind) >= 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
