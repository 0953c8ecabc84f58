package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import org.w3c.dom.Node;

/**
 * The origin of a node of the DOM.
 *
 * @param document the document that the node comes from
 * @param span the span of the node in that document; for an element, its start tag
 * @param isWhole whether the node is unchanged, so that its source text can be copied
 */
record SourceOrigin(XmlDocument document, Span span, boolean isWhole) {
  private static final String KEY = "origin";

  /** Returns the origin of a node; null if the node was not marked. */
  static SourceOrigin of(Node node) {
    return (SourceOrigin) node.getUserData(KEY);
  }

  /** Marks a node with this origin, and returns the node. */
  <N extends Node> N mark(N node) {
    node.setUserData(KEY, this, null);
    return node;
  }

  /** Marks an element whose attributes differ from those in its source. */
  static void change(Node element) {
    SourceOrigin origin = of(element);
    new SourceOrigin(origin.document, origin.span, false).mark(element);
  }

  /** Returns the source text of the span. */
  String text() {
    return span.of(document.file().text());
  }
}
