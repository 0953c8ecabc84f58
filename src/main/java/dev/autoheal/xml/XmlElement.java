package dev.autoheal.xml;

import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element and where it stands. */
public final class XmlElement implements XmlNode {
  private static final String DECLARATION = "xmlns:";

  private final String text;
  private final String name;
  private final Span startTag;
  private final Optional<XmlElement> parent;
  private final List<XmlNode> children = new ArrayList<>();
  private final List<XmlElement> elements = new ArrayList<>();
  private Span endTag;
  private List<XmlAttribute> attributes;

  XmlElement(String text, String name, Span startTag, Optional<XmlElement> parent) {
    this.text = text;
    this.name = name;
    this.startTag = startTag;
    this.parent = parent;
  }

  void add(XmlNode child) {
    children.add(child);
    if (child instanceof XmlElement element) {
      elements.add(element);
    }
  }

  void close(Span tag) {
    endTag = tag;
  }

  /** As written, with its prefix. */
  public String name() {
    return name;
  }

  /** From {@code <} to one past {@code >}. */
  public Span startTag() {
    return startTag;
  }

  /** The name in the start tag. */
  public Span nameSpan() {
    int start = startTag.start() + 1;
    return new Span(start, start + name.length());
  }

  /** The end tag; of a self-closed element the empty span behind its start tag. */
  public Span endTag() {
    return isSelfClosed() ? Span.at(startTag.end()) : endTag;
  }

  @Override
  public Span span() {
    return new Span(startTag.start(), endTag().end());
  }

  /** Between the tags. */
  public Span content() {
    return new Span(/* start= */ startTag.end(), /* end= */ endTag().start());
  }

  /** Whether it is written {@code <a/>}. */
  public boolean isSelfClosed() {
    return text.charAt(startTag.end() - 2) == '/';
  }

  /** Empty for the root. */
  public Optional<XmlElement> parent() {
    return parent;
  }

  /** All children, in the order of the document. */
  public List<XmlNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** The children that are elements. */
  public List<XmlElement> elements() {
    return Collections.unmodifiableList(elements);
  }

  /** The child elements of that name. */
  public List<XmlElement> elements(String childName) {
    List<XmlElement> named = new ArrayList<>();
    for (XmlElement child : elements) {
      if (child.name.equals(childName)) {
        named.add(child);
      }
    }
    return named;
  }

  /** The first child element of that name. */
  public Optional<XmlElement> first(String childName) {
    for (XmlElement child : elements) {
      if (child.name.equals(childName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** This element and all below it, in the order of the document. */
  public Stream<XmlElement> descendants() {
    List<XmlElement> all = new ArrayList<>();
    addTo(all);
    return all.stream();
  }

  private void addTo(List<XmlElement> all) {
    all.add(this);
    elements.forEach(element -> element.addTo(all));
  }

  /** The text of the comments in it, at any depth, in the order of the document. */
  public Stream<String> comments() {
    return children.stream()
        .flatMap(
            child ->
                child instanceof XmlElement element
                    ? element.comments()
                    : Stream.of(child)
                        .filter(other -> other.is(Kind.COMMENT))
                        .map(comment -> comment.span().of(text)));
  }

  /** The text that stands right in it, in pieces; white space alone is none. */
  public Stream<String> texts() {
    return children.stream()
        .filter(child -> child.is(Kind.TEXT))
        .map(child -> child.span().of(text));
  }

  /** The attributes in the order they stand, namespace declarations among them. */
  public List<XmlAttribute> attributes() {
    if (attributes == null) {
      attributes = List.copyOf(new AttributeScanner(text, startTag).scan());
    }
    return attributes;
  }

  /** The attribute written with exactly that name. */
  public Optional<XmlAttribute> attribute(String attributeName) {
    for (XmlAttribute attribute : attributes()) {
      if (attribute.name().equals(attributeName)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** The attribute of that name in a namespace, whatever its prefix is. */
  public Optional<XmlAttribute> attribute(String namespace, String localName) {
    return attributes().stream()
        .filter(a -> a.localName().equals(localName) && namespaceOf(a).equals(namespace))
        .findFirst();
  }

  /** The namespace of one of its attributes; empty for a name without a prefix. */
  public String namespaceOf(XmlAttribute attribute) {
    int colon = attribute.name().indexOf(':');
    return colon < 0 ? "" : namespace(attribute.name().substring(0, colon)).orElse("");
  }

  /** A prefix that stands for a namespace here. */
  public Optional<String> prefixOf(String namespace) {
    return lineage()
        .flatMap(element -> element.attributes().stream())
        .filter(a -> a.name().startsWith(DECLARATION) && a.value().equals(namespace))
        .map(XmlAttribute::localName)
        .filter(prefix -> namespace(prefix).equals(Optional.of(namespace)))
        .findFirst();
  }

  /** What the nearest declaration of a prefix says. */
  private Optional<String> namespace(String prefix) {
    return lineage()
        .flatMap(element -> element.attribute(DECLARATION + prefix).stream())
        .map(XmlAttribute::value)
        .findFirst();
  }

  /** This element and those around it, from the inside. */
  public Stream<XmlElement> lineage() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, e -> e.flatMap(x -> x.parent))
        .flatMap(Optional::stream);
  }

  @Override
  public String toString() {
    return startTag.of(text);
  }
}
