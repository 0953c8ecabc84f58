package dev.autoheal.xml;

import dev.autoheal.text.Span;

/**
 * An attribute as it is written in a start tag.
 *
 * @param name as written, with its prefix
 * @param span from the name to one past the closing quote
 * @param valueSpan the text inside the quotes
 * @param quote {@code "} or {@code '}
 * @param value with references resolved and line breaks turned into spaces, as a parser reports it
 */
public record XmlAttribute(String name, Span span, Span valueSpan, char quote, String value) {
  /** Returns the name without its prefix. */
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Returns the span of the name, with its prefix. */
  public Span nameSpan() {
    return new Span(span.start(), span.start() + name.length());
  }

  /** Returns whether the name is in no namespace and declares none. */
  public boolean isPlain() {
    return name.indexOf(':') < 0 && !name.equals("xmlns");
  }
}
