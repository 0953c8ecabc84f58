package dev.autoheal.rule;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;

/** Where a name stands, for findings about nothing but the name. */
final class NameSpan {
  private NameSpan() {}

  /** In the start tag. */
  static Span of(XmlElement element) {
    int start = element.startTag().start() + 1;
    return new Span(start, start + element.name().length());
  }

  /** In front of the value. */
  static Span of(XmlAttribute attribute) {
    int start = attribute.span().start();
    return new Span(start, start + attribute.name().length());
  }
}
