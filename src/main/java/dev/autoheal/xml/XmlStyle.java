package dev.autoheal.xml;

import dev.autoheal.text.Encoding;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The style of the XML around a place, which new XML follows.
 *
 * @param indent one level of indentation; empty where nothing is indented
 * @param lineBreak LF, CRLF or CR
 * @param quote the quote around attribute values
 * @param spaceBeforeSlash whether self-closed tags end in {@code " />"}
 */
record XmlStyle(String indent, String lineBreak, char quote, boolean spaceBeforeSlash) {
  /** The style where a file shows none. */
  private static final XmlStyle DEFAULT = new XmlStyle("  ", "\n", '"', true);

  /**
   * Detects the style around {@code near}: from parts of the element first, then from the rest of
   * the file.
   */
  static XmlStyle around(XmlElement near, XmlDocument document) {
    return new XmlStyle(
        indentOf(near, document),
        lineBreakOf(document.file().text()),
        quoteOf(near, document),
        spaceBeforeSlashIn(near, document));
  }

  /** Returns {@code value} in quotes, with special characters escaped. */
  String quoted(String value, Encoding encoding) {
    return quote + XmlText.escapeAttribute(value, quote, encoding) + quote;
  }

  /**
   * Returns the lead of a child of an element whose lead is {@code lead}. A lead without a line
   * break is not indented further.
   */
  String deeper(String lead) {
    return breaks(lead) ? lead + indent : lead;
  }

  /** Returns whether white space before an element puts it on a separate line. */
  static boolean breaks(String lead) {
    return lead.indexOf('\n') >= 0 || lead.indexOf('\r') >= 0;
  }

  /**
   * Returns the white space before {@code offset}. It begins with the last line break; where other
   * text is on the line, it consists of spaces and tabs only.
   */
  static String lead(String text, int offset) {
    int start = offset;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    if (start > 1 && text.startsWith("\r\n", start - 2)) {
      start -= 2;
    } else if (start > 0 && breaks(text.substring(start - 1, start))) {
      start--;
    }
    return text.substring(start, offset);
  }

  /** Returns whether a character is a space or a tab, which indent. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static String lineBreakOf(String text) {
    int lf = text.indexOf('\n');
    int cr = text.indexOf('\r');
    if (cr < 0 || (lf >= 0 && lf < cr)) {
      return "\n";
    }
    return lf == cr + 1 ? "\r\n" : "\r";
  }

  private static String indentOf(XmlElement near, XmlDocument document) {
    return steps(near, document)
        .filter(step -> !step.isEmpty())
        .findFirst()
        .or(() -> steps(near, document).findFirst())
        .orElse(DEFAULT.indent);
  }

  /**
   * Returns the indentation of elements relative to their parents: the nearest elements first, then
   * all of the file.
   */
  private static Stream<String> steps(XmlElement near, XmlDocument document) {
    Stream<XmlElement> upwards =
        Stream.iterate(Optional.of(near), Optional::isPresent, e -> e.get().parent())
            .map(Optional::get);
    return Stream.of(near.elements().stream().limit(1), upwards, document.root().descendants())
        .flatMap(elements -> elements)
        .flatMap(element -> step(element, document.file().text()).stream());
  }

  /**
   * Returns the indentation of an element relative to its parent; empty unless both begin a line.
   */
  private static Optional<String> step(XmlElement element, String text) {
    if (element.parent().isEmpty()) {
      return Optional.empty();
    }
    String inner = lead(text, element.startTag().start());
    XmlElement parent = element.parent().get();
    String outer = lead(text, parent.startTag().start());
    if (!breaks(inner) || !(breaks(outer) || parent.parent().isEmpty())) {
      return Optional.empty();
    }
    String less = withoutBreak(outer);
    String more = withoutBreak(inner);
    return more.startsWith(less) ? Optional.of(more.substring(less.length())) : Optional.empty();
  }

  /** Returns the indentation of a lead, without its line break. */
  static String withoutBreak(String lead) {
    int start = 0;
    while (start < lead.length() && !isBlank(lead.charAt(start))) {
      start++;
    }
    return lead.substring(start);
  }

  private static char quoteOf(XmlElement near, XmlDocument document) {
    return Stream.of(near, document.root())
        .flatMap(XmlElement::descendants)
        .flatMap(e -> e.attributes().stream())
        .map(XmlAttribute::quote)
        .findFirst()
        .orElse(DEFAULT.quote);
  }

  private static boolean spaceBeforeSlashIn(XmlElement near, XmlDocument document) {
    String text = document.file().text();
    return Stream.of(near, document.root())
        .flatMap(XmlElement::descendants)
        .filter(XmlElement::isSelfClosed)
        .map(element -> XmlText.isSpace(text.charAt(element.startTag().end() - 3)))
        .findFirst()
        .orElse(DEFAULT.spaceBeforeSlash);
  }
}
