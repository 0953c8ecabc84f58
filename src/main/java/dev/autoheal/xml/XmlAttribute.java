package dev.autoheal.xml;

import dev.autoheal.text.Span;

/**
 * An attribute as it stands in a start tag.
 *
 * @param name as written, with its prefix
 * @param span from the name to one past the closing quote
 * @param valueSpan inside the quotes
 * @param quote {@code "} or {@code '}
 * @param value references resolved and line breaks made blanks, as a parser reports it
 */
public record XmlAttribute(String name, Span span, Span valueSpan, char quote, String value) {
  /** The name without its prefix. */
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** The name, in front of the value. */
  public Span nameSpan() {
    return new Span(span.start(), span.start() + name.length());
  }

  /** Whether the name belongs to no namespace and declares none. */
  public boolean isPlain() {
    return name.indexOf(':') < 0 && !name.equals("xmlns");
  }
}
