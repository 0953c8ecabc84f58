package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;

import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains what is wrong with the quotes around an attribute value, or between them. */
final class MalformedValue {
  /** The quotes of word processors, and other characters that look like a quote. */
  private static final String SMART_QUOTES =
      "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2018\u2019\u201A\u201B\u2032\u2033`\u00B4";

  /** Matches a quote as it is escaped in other places. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\[\"']|&(?:quot|apos|#34|#39);");

  private static final Pattern BARE = Pattern.compile("[^\\s\"'<>]*?(?=\\s|[\"'<>]|/>|$)");

  /** Matches a value that a message may repeat; words may contain a secret. */
  private static final Pattern FIGURES = Pattern.compile("[\\d:.]{1,20}");

  /** Matches the end of a value that continued into the next attribute. */
  private static final Pattern NEXT_ATTRIBUTE = Pattern.compile("\\s[\\w.:-]+\\s*=\\s*$");

  private final String text;
  private final String name;
  private final int at;

  /**
   * Creates a checker for a value of the attribute {@code name}.
   *
   * @param at the offset of the opening quote, or of what is in its place
   */
  MalformedValue(String text, String name, int at) {
    this.text = text;
    this.name = name;
    this.at = at;
  }

  /** Returns the first fault; empty when the value itself is correct. */
  Optional<Malformed> explain() {
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') {
      return notQuoted(quote);
    }
    int close = close();
    int less = text.indexOf('<', at + 1);
    if (less >= 0 && (close < 0 || less < close) && !runsOn(less)) {
      return fault(
          less,
          less + 1,
          "unexpected '<' in the value of %s; use &lt;".formatted(Quoted.literal(name)));
    }
    if (close < 0 || (less >= 0 && less < close) || isInNextAttribute(close)) {
      return otherEnd(quote)
          .or(
              () ->
                  fault(
                      at,
                      at + 1,
                      "unclosed value of %s; add the closing quote"
                          .formatted(Quoted.literal(name))));
    }
    int reference = XmlText.badReference(text, at, close);
    return reference < 0 ? Optional.empty() : Optional.of(MalformedXml.reference(text, reference));
  }

  /** Returns the offset of the quote that closes the value; -1 when there is none. */
  int close() {
    return text.indexOf(text.charAt(at), at + 1);
  }

  private Optional<Malformed> notQuoted(char first) {
    if (SMART_QUOTES.indexOf(first) >= 0) {
      return fault(
          at,
          at + 1,
          "invalid quote %s; use double quotes".formatted(Quoted.literal(String.valueOf(first))));
    }
    if (first == '=') {
      return fault(
          at, at + 1, "duplicate '=' after %s; remove one".formatted(Quoted.literal(name)));
    }
    Matcher escaped = ESCAPED.matcher(text).region(at, text.length());
    if (escaped.lookingAt()) {
      return fault(
          at,
          escaped.end(),
          "invalid quote %s; use double quotes".formatted(Quoted.literal(escaped.group())));
    }
    Matcher bare = BARE.matcher(text).region(at, text.length());
    String value = bare.lookingAt() ? bare.group() : "";
    return value.isEmpty() || value.endsWith("=")
        ? missing(name, nameEnd())
        : fault(
            at,
            at + 1,
            "unquoted value of %s; use %s"
                .formatted(
                    Quoted.literal(name),
                    Quoted.attribute(name, FIGURES.matcher(value).matches() ? value : "…")));
  }

  private int nameEnd() {
    int end = text.lastIndexOf('=', at - 1);
    while (XmlText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Reports that the name that ends before {@code end} has no value. */
  static Optional<Malformed> missing(String name, int end) {
    return fault(
        end - name.length(),
        end,
        "missing value of %s; use %s".formatted(Quoted.literal(name), Quoted.attribute(name, "…")));
  }

  /** Returns whether a value that reaches a {@code <} has left its line or its tag before. */
  private boolean runsOn(int less) {
    String between = text.substring(at + 1, less).stripTrailing();
    return between.endsWith(">")
        || text.substring(at, less).chars().anyMatch(c -> c == '\n' || c == '\r');
  }

  private boolean isInNextAttribute(int close) {
    return close + 1 < text.length()
        && !MalformedTag.isEnd(text.charAt(close + 1))
        && NEXT_ATTRIBUTE.matcher(text.substring(at + 1, close)).find();
  }

  /** Finds another quote where the value should have ended, before the end of its line. */
  private Optional<Malformed> otherEnd(char quote) {
    for (int end = at + 1; end < text.length() - 1; end++) {
      char c = text.charAt(end);
      if (c == quote || "<>\r\n".indexOf(c) >= 0) {
        return Optional.empty();
      }
      if ((SMART_QUOTES.indexOf(c) >= 0 || c == '"' || c == '\'')
          && MalformedTag.isEnd(text.charAt(end + 1))) {
        return fault(
            end,
            end + 1,
            "the value of %s starts with %s but ends with %s; use double quotes"
                .formatted(
                    Quoted.literal(name),
                    Quoted.literal(String.valueOf(quote)),
                    Quoted.literal(String.valueOf(c))));
      }
    }
    return Optional.empty();
  }
}
