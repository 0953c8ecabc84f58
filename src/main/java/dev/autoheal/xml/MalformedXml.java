package dev.autoheal.xml;

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
  private static final int LONGEST = 60;
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
      return fault(0, 0, "the file is empty; a web.config holds a configuration element");
    }
    if (text.charAt(0) == BOM) {
      return fault(0, 1, "a second byte order mark stands before the document");
    }
    int illegal = XmlText.firstIllegal(text);
    return illegal < 0
        ? Optional.empty()
        : fault(
            illegal,
            illegal + 1,
            "the character U+%04X cannot stand in XML".formatted((int) text.charAt(illegal)));
  }

  /**
   * Explains a reference that XML does not define, or an {@code &} that starts no reference.
   *
   * @param ampersand the offset of the {@code &}
   */
  static Malformed reference(String text, int ampersand) {
    String name = XmlText.referenceAt(text, ampersand);
    if (name.isEmpty()) {
      return new Malformed(new Span(ampersand, ampersand + 1), "a plain & is written &amp;");
    }
    String why =
        name.startsWith("#")
            ? "no character XML allows"
            : "no entity XML knows; a plain & is written &amp;";
    return new Malformed(
        new Span(ampersand, ampersand + name.length() + 2),
        "&%s; is %s".formatted(shown(name), why));
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
        ? fault(start, start + 7, "a merge conflict is not resolved: its markers stand in the file")
        : Optional.empty();
  }

  /** Explains the piece where the parser stopped, depending on how it begins. */
  private Optional<Malformed> piece() {
    if (text.startsWith("<!--", at)) {
      return comments.comment();
    }
    if (text.startsWith("<![CDATA[", at)) {
      return unclosed(text, at, "<![CDATA[", "this CDATA section", "]]>");
    }
    if (text.startsWith("<!DOCTYPE", at)) {
      return fault(at, at + 9, "this DTD cannot be read; a web.config needs none");
    }
    if (text.startsWith("<!", at)) {
      return comments
          .almost()
          .or(
              () ->
                  fault(
                      at,
                      at + 2,
                      "<! starts neither a comment, <!--, nor a CDATA section, <![CDATA["));
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
    return unclosed(text, at, "<?", "this processing instruction", "?>");
  }

  private String declarationFault() {
    if (at == 0) {
      return "this is no XML declaration; write <?xml version=\"1.0\" encoding=\"utf-8\"?>";
    }
    return text.startsWith(DECLARATION)
        ? "a second XML declaration; only the one at the start of the file may stand"
        : "the XML declaration must be the first thing in the file";
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
        ? fault(at, at + start.length(), "%s is never closed: %s is missing".formatted(what, end))
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
      return fault(bracket, bracket + 3, "]]> cannot stand in text; write ]]&gt;");
    }
    return end < text.length()
        ? Optional.empty()
        : Optional.of(
            new Malformed(
                open.peek().startTag(),
                "<%1$s> is never closed: </%1$s> is missing".formatted(shown(open.peek().name()))));
  }

  /** Reports anything but a comment in front of the root element or behind it. */
  private Optional<Malformed> outside() {
    if (skipSpace(text, at) == text.length()) {
      return fault(at, at, "there is no element; a web.config holds a configuration element");
    }
    return fault(at, at + 1, root.map(this::behind).orElseGet(this::inFront));
  }

  private String inFront() {
    return "{[\"".indexOf(text.charAt(at)) < 0
        ? "text stands in front of the root element"
        : "JSON stands here; a web.config is XML, all of it in a configuration element";
  }

  private String behind(XmlElement first) {
    int line = line(first.endTag());
    return text.startsWith("<", at)
        ? "a second root element: <%s> was closed in line %d, and all must stand in one"
            .formatted(shown(first.name()), line)
        : "the root element was closed in line %d; nothing but comments may stand behind it"
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

  /** Returns a name for a message: on one line, and cut after 60 UTF-16 units. */
  static String shown(String name) {
    String line = name.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** Returns a fault between two offsets; {@code end} is exclusive. */
  static Optional<Malformed> fault(int start, int end, String message) {
    return Optional.of(new Malformed(new Span(start, end), message));
  }
}
