package dev.autoheal.xml;

import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the attributes inside a start tag that a parser has already accepted. Woodstox gives no
 * offsets for attributes.
 */
final class AttributeScanner {
  private final String text;
  private final int end;
  private int at;

  /**
   * Creates a scanner for one start tag of {@code text}.
   *
   * @param startTag from {@code <} to one past {@code >}
   */
  AttributeScanner(String text, Span startTag) {
    this.text = text;
    this.at = startTag.start() + 1;
    this.end = startTag.end() - 1;
  }

  /** Returns the attributes in document order; can be called once only. */
  List<XmlAttribute> scan() {
    List<XmlAttribute> attributes = new ArrayList<>();
    skipName();
    skipSpace();
    while (at < end && text.charAt(at) != '/') {
      attributes.add(next());
      skipSpace();
    }
    return attributes;
  }

  private XmlAttribute next() {
    int start = at;
    skipName();
    String name = text.substring(start, at);
    int from = text.indexOf('=', at) + 1;
    while (XmlText.isSpace(text.charAt(from))) {
      from++;
    }
    char quote = text.charAt(from);
    Span value = new Span(from + 1, text.indexOf(quote, from + 1));
    at = value.end() + 1;
    return new XmlAttribute(
        name, new Span(start, at), value, quote, XmlText.unescape(value.of(text)));
  }

  private void skipName() {
    while (at < end && "=/>".indexOf(text.charAt(at)) < 0 && !XmlText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < end && XmlText.isSpace(text.charAt(at))) {
      at++;
    }
  }
}
