package dev.autoheal.xml;

import dev.autoheal.text.Span;

/** One piece of a document; the nodes of a document tile its text. */
public sealed interface XmlNode permits XmlElement, XmlNode.Other {
  /** From the first unit to one past the last; for an element with both its tags. */
  Span span();

  /** Whether it is no element, but a piece of that kind. */
  default boolean is(Kind kind) {
    return this instanceof Other other && other.kind() == kind;
  }

  /** What is no element. */
  enum Kind {
    /** Text and references, as far as it is one event; CDATA is text too. */
    TEXT,
    WHITE_SPACE,
    COMMENT,
    PROCESSING_INSTRUCTION
  }

  /** A piece that is no element. */
  record Other(Kind kind, Span span) implements XmlNode {}
}
