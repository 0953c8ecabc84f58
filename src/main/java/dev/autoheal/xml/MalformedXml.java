package dev.autoheal.xml;

import dev.autoheal.text.Quoted;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument.Malformed;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Explains why a text is not well-formed. It points at the cause, not at the place where the parser
 * stopped.
 */
final class MalformedXml {
  private static final char BOM = '\uFEFF';
  private static final String DECLARATION = "<?xml";
  private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private final SourceFile file;
  private final String text;
  private final int at;
  private final Deque<XmlElement> open;
  private final Optional<XmlElement> root;
  private final MalformedComment comments;

  /**
   * Creates an explainer for a text that a parser has rejected.
   *
   * @param at the end of the last piece that the parser understood, where the next piece begins
   * @param open the elements without an end tag so far, innermost first
   * @param root the root element; empty if the parser has not reached it
   */
  MalformedXml(SourceFile file, int at, Deque<XmlElement> open, Optional<XmlElement> root) {
    this.file = file;
    this.text = file.text();
    int next = open.isEmpty() ? skipSpace(text, at) : at;
    this.at = next < text.length() ? next : at;
    this.open = open;
    this.root = root;
    this.comments = new MalformedComment(file, this.at);
  }

  /**
   * Finds a fault that a parser would not see or would explain badly: an empty text, a second byte
   * order mark, an illegal character.
   */
  static Optional<Malformed> beforeParsing(String text) {
    if (text.isBlank()) {
      return fault(0, 0, "empty file; add <configuration>");
    }
    if (text.charAt(0) == BOM) {
      return fault(0, 1, "duplicate byte order mark; remove one");
    }
    int illegal = XmlText.firstIllegal(text);
    return illegal < 0
        ? Optional.empty()
        : fault(
            illegal,
            illegal + 1,
            "invalid character U+%04X; remove it".formatted((int) text.charAt(illegal)));
  }

  /**
   * Explains a reference that XML does not define, or an {@code &} that starts no reference.
   *
   * @param ampersand the offset of the {@code &}
   */
  static Malformed reference(String text, int ampersand) {
    String name = XmlText.referenceAt(text, ampersand);
    if (name.isEmpty()) {
      return new Malformed(new Span(ampersand, ampersand + 1), "unexpected '&'; use &amp;");
    }
    String message =
        name.startsWith("#")
            ? "invalid character reference %s; remove it"
            : "unknown entity %s; use &amp; for a plain &";
    return new Malformed(
        new Span(ampersand, ampersand + name.length() + 2),
        message.formatted(Quoted.literal("&" + name + ";")));
  }

  /** Explains a parser's error; uses the words of the parser if no other cause is found. */
  Malformed explain(XMLStreamException error) {
    int offset = error.getLocation() == null ? at : error.getLocation().getCharacterOffset();
    int given = Math.max(at, Math.min(offset, text.length() - 1));
    Optional<Malformed> conflict = conflict(given);
    if (conflict.isPresent()) {
      return conflict.get();
    }
    Malformed fault =
        piece().orElseGet(() -> new Malformed(new Span(given, given + 1), words(error)));
    return comments.foreign(fault).orElse(fault);
  }

  private Optional<Malformed> conflict(int given) {
    int line = given;
    while (line > 0 && "\r\n".indexOf(text.charAt(line - 1)) < 0) {
      line--;
    }
    int start = skipSpace(text, line);
    return CONFLICT.stream().anyMatch(marker -> text.startsWith(marker, start))
        ? fault(start, start + 7, "unexpected merge conflict marker; resolve the conflict")
        : Optional.empty();
  }

  /** Explains the piece where the parser stopped, depending on how it begins. */
  private Optional<Malformed> piece() {
    if (text.startsWith("<!--", at)) {
      return comments.comment();
    }
    if (text.startsWith("<![CDATA[", at)) {
      return unclosed(text, at, "<![CDATA[", "CDATA section", "]]>");
    }
    if (text.startsWith("<!DOCTYPE", at)) {
      return fault(at, at + 9, "invalid DTD; remove it");
    }
    if (text.startsWith("<!", at)) {
      return comments
          .almost()
          .or(() -> fault(at, at + 2, "unexpected '<!'; use <!-- … --> for a comment"));
    }
    if (text.startsWith("<?", at)) {
      return instruction();
    }
    if (text.startsWith("</", at)) {
      return new MalformedEndTag(file, at, open).explain();
    }
    return text.startsWith("<", at) ? startTag() : content();
  }

  private Optional<Malformed> instruction() {
    int end = at + DECLARATION.length();
    boolean isDeclaration =
        text.regionMatches(true, at, DECLARATION, 0, DECLARATION.length())
            && (end == text.length() || !MalformedTag.isNamePart(text.charAt(end)));
    if (isDeclaration) {
      return fault(at, end, declarationFault());
    }
    return unclosed(text, at, "<?", "processing instruction", "?>");
  }

  private String declarationFault() {
    if (at == 0) {
      return "invalid XML declaration; use <?xml version=\"1.0\" encoding=\"utf-8\"?>";
    }
    return text.startsWith(DECLARATION)
        ? "duplicate XML declaration; remove one"
        : "unexpected XML declaration; move it to the start of the file";
  }

  /**
   * Reports that the piece at {@code at} has no end; empty when it has one.
   *
   * @param start the text that the piece begins with
   * @param what the name of the piece in a message
   * @param end the text that closes the piece
   */
  static Optional<Malformed> unclosed(String text, int at, String start, String what, String end) {
    return text.indexOf(end, at + start.length()) < 0
        ? fault(at, at + start.length(), "unclosed %s; add %s".formatted(what, end))
        : Optional.empty();
  }

  private Optional<Malformed> startTag() {
    if (at + 1 == text.length() || !MalformedTag.isNameStart(text.charAt(at + 1))) {
      return comments.almost().or(() -> StrayCharacters.noTag(text, at));
    }
    return open.isEmpty() && root.isPresent()
        ? outside()
        : new MalformedTag(file, at, open).explain();
  }

  private Optional<Malformed> content() {
    if (open.isEmpty()) {
      return outside();
    }
    int end = text.indexOf('<', at) < 0 ? text.length() : text.indexOf('<', at);
    int reference = XmlText.badReference(text, at, end);
    if (reference >= 0) {
      return Optional.of(reference(text, reference));
    }
    // The parser may have read past it already.
    int bracket = text.indexOf("]]>", Math.max(0, at - 3));
    if (bracket >= 0 && bracket < end) {
      return fault(bracket, bracket + 3, "unexpected ']]>' in text; use ]]&gt;");
    }
    return end < text.length()
        ? Optional.empty()
        : Optional.of(
            new Malformed(
                open.peek().startTag(),
                "unclosed element %s; add %s"
                    .formatted(
                        Quoted.element(open.peek().name()),
                        Quoted.element("/" + open.peek().name()))));
  }

  /** Reports anything but a comment before or after the root element. */
  private Optional<Malformed> outside() {
    if (skipSpace(text, at) == text.length()) {
      return fault(at, at, "missing root element; add <configuration>");
    }
    return fault(at, at + 1, root.map(this::behind).orElseGet(this::inFront));
  }

  private String inFront() {
    return "{[\"".indexOf(text.charAt(at)) < 0
        ? "unexpected text before the root element; remove it"
        : "unexpected JSON; use XML with the root element <configuration>";
  }

  private String behind(XmlElement first) {
    int line = line(first.endTag());
    return text.startsWith("<", at)
        ? "unexpected second root element; move it into %s, which ends on line %d"
            .formatted(Quoted.element(first.name()), line)
        : "unexpected text after the root element, which ends on line %d; remove it"
            .formatted(line);
  }

  /**
   * Returns the first offset from {@code from} on without white space; the length of the text at
   * its end.
   */
  static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && XmlText.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int line(Span span) {
    return file.locate(span).line();
  }

  private static String words(XMLStreamException error) {
    String message = error.getMessage();
    int end = message.indexOf("\n at [");
    String words =
        (end < 0 ? message : message.substring(0, end))
            .replaceAll(" \\(code \\d+[^)]*\\)", " ")
            .replaceAll("\\s+", " ")
            .replaceAll("\\.? ?$", "")
            .strip();
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  /** Returns a fault between two offsets; {@code end} is exclusive. */
  static Optional<Malformed> fault(int start, int end, String message) {
    return Optional.of(new Malformed(new Span(start, end), message));
  }
}
