package dev.autoheal.xml;

import dev.autoheal.text.Span;

/** One piece of a document. The nodes of a document cover its text without gaps or overlaps. */
public sealed interface XmlNode permits XmlElement, XmlNode.Other {
  /**
   * Returns the span from the first UTF-16 unit to one past the last; an element includes both its
   * tags.
   */
  Span span();

  /** Returns whether this node is not an element but a piece of that kind. */
  default boolean is(Kind kind) {
    return this instanceof Other other && other.kind() == kind;
  }

  /** The kinds of pieces that are not elements. */
  enum Kind {
    /** Text and references, as far as the parser reports them as one event, or a CDATA section. */
    TEXT,
    /** Text that consists of white space only. */
    WHITE_SPACE,
    /** A comment with its delimiters. */
    COMMENT,
    /** A processing instruction with its delimiters. */
    PROCESSING_INSTRUCTION
  }

  /** A piece that is not an element. */
  record Other(Kind kind, Span span) implements XmlNode {}
}
