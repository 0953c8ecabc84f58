package dev.autoheal.xml;

import static dev.autoheal.xml.MalformedXml.fault;
import static dev.autoheal.xml.MalformedXml.skipSpace;

import dev.autoheal.files.FileTree;
import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Scans a start tag that a parser has rejected, up to the first fault. */
final class MalformedTag {
  private final SourceFile file;
  private final String text;
  private final int start;
  private final Deque<XmlElement> open;

  /**
   * The offset of each name: the name of the element first, then attributes preceded by an
   * {@code @}.
   */
  private final Map<String, Integer> names = new LinkedHashMap<>();

  private int at;

  /**
   * Creates a scanner for the tag at {@code start}.
   *
   * @param start the offset of {@code <}
   * @param open the elements around it, which may declare its prefixes
   */
  MalformedTag(SourceFile file, int start, Deque<XmlElement> open) {
    this.file = file;
    this.text = file.text();
    this.start = start;
    this.open = open;
  }

  /** Returns the first fault; empty when there is none that the parser could have meant. */
  Optional<Malformed> explain() {
    at = start + 1;
    name();
    while (true) {
      at = skipSpace(text, at);
      if (at == text.length() || text.charAt(at) == '<') {
        return neverClosed();
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
      return fault(from, at, "duplicate attribute %s; remove one".formatted(Quoted.literal(name)));
    }
    int end = at;
    at = skipSpace(text, at);
    if (at == text.length() || text.charAt(at) == '<') {
      return neverClosed();
    }
    if (text.charAt(at) != '=') {
      return notEqual(name, end);
    }
    at++;
    at = skipSpace(text, at);
    return at == text.length() ? neverClosed() : value(name);
  }

  /** Explains the character after a name that {@code =} should follow. */
  private Optional<Malformed> notEqual(String name, int end) {
    char c = text.charAt(at);
    if (StrayCharacters.isLikeSpace(c)) {
      return stray();
    }
    boolean isValue = c == '"' || c == '\'';
    if (c == ':' || (isValue && name.endsWith(":"))) {
      String plain = Quoted.literal(name.replaceAll(":$", ""));
      int colon = c == ':' ? at : end - 1;
      return fault(colon, colon + 1, "unexpected ':' after %s; use '='".formatted(plain));
    }
    return isValue
        ? fault(
            end - name.length(),
            end,
            "missing '=' after %s; add it".formatted(Quoted.literal(name)))
        : MalformedValue.missing(name, end);
  }

  private Optional<Malformed> value(String name) {
    MalformedValue value = new MalformedValue(text, name, at);
    Optional<Malformed> fault = value.explain();
    if (fault.isPresent()) {
      return fault;
    }
    int close = value.close();
    boolean isEmpty = close == at + 1;
    at = close + 1;
    return isEmpty && text.charAt(close) == '\'' && isWord()
        ? fault(at - 2, at, "invalid quotes '' around a value; use double quotes")
        : behind(name);
  }

  /** Returns whether a word begins here that is not the name of an attribute. */
  private boolean isWord() {
    return at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && !text.startsWith("=", at + nameAt(at).length());
  }

  private boolean isEndAt(int offset) {
    return offset == text.length() || isEnd(text.charAt(offset));
  }

  /**
   * Explains what follows a value without a space between them; empty if the value ends properly.
   */
  private Optional<Malformed> behind(String name) {
    if (isEndAt(at)) {
      return Optional.empty();
    }
    String next = nameAt(at);
    int after = at + next.length();
    if (!next.isEmpty() && text.startsWith("=", after)) {
      return fault(at, after, "missing space before %s; add one".formatted(Quoted.literal(next)));
    }
    return next.isEmpty() && "\"'".indexOf(text.charAt(at)) < 0
        ? stray()
        : fault(
            at - 1,
            at,
            "the value of %s ends here; use &quot; for a quote in it"
                .formatted(Quoted.literal(name)));
  }

  /** Returns whether a value may end before this character. */
  static boolean isEnd(char c) {
    return XmlText.isSpace(c) || c == '/' || c == '>';
  }

  private Optional<Malformed> neverClosed() {
    return new StrayCharacters(text, start, at).neverClosed();
  }

  private Optional<Malformed> stray() {
    StrayCharacters here = new StrayCharacters(text, start, at);
    return names.size() == 1
        ? here.behindElement(names.keySet().iterator().next())
        : here.explain();
  }

  private Optional<Malformed> undeclaredPrefix() {
    for (Map.Entry<String, Integer> entry : names.entrySet()) {
      String name = entry.getKey().replace("@", "");
      String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
      if (!prefix.isEmpty() && !prefix.matches("xml(ns)?") && !isDeclared("xmlns:" + prefix)) {
        return fault(entry.getValue(), entry.getValue() + name.length(), undeclared(prefix, name));
      }
    }
    return Optional.empty();
  }

  private String undeclared(String prefix, String name) {
    boolean isXdt = prefix.equals("xdt");
    if (isXdt && FileTree.nameOf(file.path()).equalsIgnoreCase("web.config")) {
      return "unexpected %s, which only transforms use; remove it".formatted(Quoted.literal(name));
    }
    return isXdt
        ? "undeclared prefix 'xdt'; add xmlns:xdt=\"%s\"".formatted(XmlDocument.XDT)
        : "undeclared prefix %s; declare it on the root element".formatted(Quoted.literal(prefix));
  }

  private boolean isDeclared(String declaration) {
    return names.containsKey("@" + declaration)
        || open.stream().anyMatch(element -> element.attribute(declaration).isPresent());
  }

  /**
   * Reads a name and records its offset; the name of an attribute is recorded with an {@code @}.
   */
  private String name() {
    String name = nameAt(at);
    names.put((names.isEmpty() ? "" : "@") + name, at);
    at += name.length();
    return name;
  }

  private String nameAt(int from) {
    return nameIn(text, from);
  }

  /** Returns the name that begins at {@code from}; empty when none does. */
  static String nameIn(String text, int from) {
    int end = from;
    if (end < text.length() && isNameStart(text.charAt(end))) {
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
    }
    return text.substring(from, end);
  }

  /** Returns whether a name may begin with this character: a letter, {@code _} or {@code :}. */
  static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  /**
   * Returns whether a name may contain this character: a letter, a digit or one of {@code _:.-}.
   */
  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_:.-".indexOf(c) >= 0;
  }
}
