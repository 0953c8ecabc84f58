package dev.autoheal.xml;

import static dev.autoheal.xml.Diagnosis.fault;
import static dev.autoheal.xml.Diagnosis.shown;
import static dev.autoheal.xml.Diagnosis.skipSpace;

import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes through a start tag that a parser has refused, up to the first thing that is wrong. */
final class TagDiagnosis {
  private static final String SMART_QUOTES =
      "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2018\u2019\u201A\u201B";

  /** A value that ends like this ran on into the next attribute. */
  private static final Pattern NEXT_ATTRIBUTE = Pattern.compile("\\s[\\w.:-]+\\s*=\\s*$");

  private final String text;
  private final int start;
  private final Deque<XmlElement> open;

  /** Where each name stands, that of the element first. */
  private final Map<String, Integer> names = new LinkedHashMap<>();

  private int at;

  /**
   * Of the tag at {@code start}.
   *
   * @param open the elements it stands in, which may declare its prefixes
   */
  TagDiagnosis(String text, int start, Deque<XmlElement> open) {
    this.text = text;
    this.start = start;
    this.open = open;
  }

  /** Empty when nothing is found that the parser could have meant. */
  Optional<Malformed> explain() {
    at = start + 1;
    name();
    while (true) {
      at = skipSpace(text, at);
      if (at == text.length() || text.charAt(at) == '<') {
        return fault(start, start + 1, "this tag is never closed: > is missing");
      }
      if (text.charAt(at) == '>' || text.startsWith("/>", at)) {
        return undeclaredPrefix();
      }
      if (!isNameStart(text.charAt(at))) {
        return stray();
      }
      Optional<Malformed> fault = attribute();
      if (fault.isPresent()) {
        return fault;
      }
    }
  }

  private Optional<Malformed> attribute() {
    int from = at;
    boolean repeated = names.containsKey("@" + nameAt(at));
    String name = name();
    if (repeated) {
      return fault(from, at, "%s stands twice in this tag".formatted(shown(name)));
    }
    at = skipSpace(text, at);
    if (at == text.length() || text.charAt(at) == '<') {
      return fault(start, start + 1, "this tag is never closed: > is missing");
    }
    if (text.charAt(at) != '=') {
      return isLikeSpace(text.charAt(at))
          ? stray()
          : fault(
              from,
              from + name.length(),
              "%1$s has no value; write %1$s=\"…\"".formatted(shown(name)));
    }
    at++;
    at = skipSpace(text, at);
    if (at == text.length()) {
      return fault(start, start + 1, "this tag is never closed: > is missing");
    }
    return value(name);
  }

  private Optional<Malformed> value(String name) {
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') {
      return fault(
          at,
          at + 1,
          SMART_QUOTES.indexOf(quote) < 0
              ? "the value of %s must stand in quotes".formatted(shown(name))
              : "%s is no quote XML knows; write \"".formatted(quote));
    }
    int close = text.indexOf(quote, at + 1);
    int less = text.indexOf('<', at + 1);
    if (less >= 0 && (close < 0 || less < close) && !runsOn(less)) {
      return fault(less, less + 1, "< in the value of %s is written &lt;".formatted(shown(name)));
    }
    if (close < 0 || (less >= 0 && less < close) || isInNextAttribute(close)) {
      return fault(
          at,
          at + 1,
          "the value of %s is never closed: %s is missing".formatted(shown(name), quote));
    }
    int reference = XmlText.badReference(text, at, close);
    if (reference >= 0) {
      return Optional.of(Diagnosis.reference(text, reference));
    }
    at = close + 1;
    return behind(name);
  }

  /** Whether a value that meets a {@code <} has left its line or its tag before. */
  private boolean runsOn(int less) {
    String between = text.substring(at + 1, less).stripTrailing();
    return between.endsWith(">")
        || text.substring(at, less).chars().anyMatch(c -> c == '\n' || c == '\r');
  }

  private boolean isInNextAttribute(int close) {
    return close + 1 < text.length()
        && !isEnd(text.charAt(close + 1))
        && NEXT_ATTRIBUTE.matcher(text.substring(at + 1, close)).find();
  }

  /** What follows a value without a blank between. */
  private Optional<Malformed> behind(String name) {
    if (at == text.length() || isEnd(text.charAt(at))) {
      return Optional.empty();
    }
    String next = nameAt(at);
    int after = at + next.length();
    if (!next.isEmpty() && text.startsWith("=", after)) {
      return fault(at, after, "a blank is missing in front of %s".formatted(shown(next)));
    }
    return next.isEmpty() && "\"'".indexOf(text.charAt(at)) < 0
        ? stray()
        : fault(
            at - 1,
            at,
            "the value of %s ends here; a quote inside it is written &quot;"
                .formatted(shown(name)));
  }

  private static boolean isEnd(char c) {
    return XmlText.isSpace(c) || c == '/' || c == '>';
  }

  private Optional<Malformed> stray() {
    char c = text.charAt(at);
    return fault(
        at,
        at + 1,
        isLikeSpace(c)
            ? "U+%04X looks like a blank but is none; write a plain one".formatted((int) c)
            : "%s cannot stand here in a tag".formatted(c));
  }

  private static boolean isLikeSpace(char c) {
    return Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  private Optional<Malformed> undeclaredPrefix() {
    for (Map.Entry<String, Integer> entry : names.entrySet()) {
      String name = entry.getKey().replace("@", "");
      String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
      if (!prefix.isEmpty() && !prefix.matches("xml(ns)?") && !isDeclared("xmlns:" + prefix)) {
        return fault(
            entry.getValue(),
            entry.getValue() + name.length(),
            "the prefix %1$s is declared nowhere; the root element needs xmlns:%1$s=\"%2$s\""
                .formatted(shown(prefix), prefix.equals("xdt") ? XmlDocument.XDT : "…"));
      }
    }
    return Optional.empty();
  }

  private boolean isDeclared(String declaration) {
    return names.containsKey("@" + declaration)
        || open.stream().anyMatch(element -> element.attribute(declaration).isPresent());
  }

  /** Reads a name and remembers it, that of an attribute behind an {@code @}. */
  private String name() {
    String name = nameAt(at);
    names.put((names.isEmpty() ? "" : "@") + name, at);
    at += name.length();
    return name;
  }

  private String nameAt(int from) {
    int end = from;
    if (end < text.length() && isNameStart(text.charAt(end))) {
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
    }
    return text.substring(from, end);
  }

  static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_:.-".indexOf(c) >= 0;
  }
}
