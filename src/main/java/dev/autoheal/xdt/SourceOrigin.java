package dev.autoheal.xdt;

import dev.autoheal.text.Span;
import dev.autoheal.xml.XmlDocument;
import org.w3c.dom.Node;

/**
 * Where a node of the DOM comes from.
 *
 * @param span of an element its start tag
 * @param isWhole whether the node says all that stands there, so that it can be copied
 */
record SourceOrigin(XmlDocument document, Span span, boolean isWhole) {
  private static final String KEY = "origin";

  static SourceOrigin of(Node node) {
    return (SourceOrigin) node.getUserData(KEY);
  }

  /** Marks a node, which is returned. */
  <N extends Node> N mark(N node) {
    node.setUserData(KEY, this, null);
    return node;
  }

  /** Says that the attributes of an element are no longer those that stand there. */
  static void change(Node element) {
    SourceOrigin origin = of(element);
    new SourceOrigin(origin.document, origin.span, false).mark(element);
  }

  String text() {
    return span.of(document.file().text());
  }
}
