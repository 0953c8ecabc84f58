package dev.autoheal.xml;

import dev.autoheal.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An element and its position in the text of its document. */
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

  /**
   * Creates an element without children; unless it is self-closed, {@link #close} must follow.
   *
   * @param text the text of the whole document
   * @param name as written, with its prefix
   * @param startTag from {@code <} to one past {@code >}
   * @param parent empty for the root
   */
  XmlElement(String text, String name, Span startTag, Optional<XmlElement> parent) {
    this.text = text;
    this.name = name;
    this.startTag = startTag;
    this.parent = parent;
  }

  /** Appends a child. */
  void add(XmlNode child) {
    children.add(child);
    if (child instanceof XmlElement element) {
      elements.add(element);
    }
  }

  /** Sets the span of the end tag. */
  void close(Span tag) {
    endTag = tag;
  }

  /** Returns the name as written, with its prefix. */
  public String name() {
    return name;
  }

  /** Returns the span of the start tag, from {@code <} to one past {@code >}. */
  public Span startTag() {
    return startTag;
  }

  /** Returns the span of the name in the start tag. */
  public Span nameSpan() {
    int start = startTag.start() + 1;
    return new Span(start, start + name.length());
  }

  /**
   * Returns the span of the end tag. For a self-closed element it is the empty span after the start
   * tag.
   */
  public Span endTag() {
    return isSelfClosed() ? Span.at(startTag.end()) : endTag;
  }

  @Override
  public Span span() {
    return new Span(startTag.start(), endTag().end());
  }

  /** Returns the span between the tags; empty for a self-closed element. */
  public Span content() {
    return new Span(/* start= */ startTag.end(), /* end= */ endTag().start());
  }

  /** Returns whether the element is written as {@code <a/>}. */
  public boolean isSelfClosed() {
    return text.charAt(startTag.end() - 2) == '/';
  }

  /** Returns the element around this one; empty for the root. */
  public Optional<XmlElement> parent() {
    return parent;
  }

  /** Returns all children in document order; the list is a view. */
  public List<XmlNode> children() {
    return Collections.unmodifiableList(children);
  }

  /** Returns the children that are elements, in document order; the list is a view. */
  public List<XmlElement> elements() {
    return Collections.unmodifiableList(elements);
  }

  /**
   * Returns the child elements whose name, with its prefix, is {@code childName}, in document
   * order.
   */
  public List<XmlElement> elements(String childName) {
    List<XmlElement> named = new ArrayList<>();
    for (XmlElement child : elements) {
      if (child.name.equals(childName)) {
        named.add(child);
      }
    }
    return named;
  }

  /** Returns the first child element whose name, with its prefix, is {@code childName}. */
  public Optional<XmlElement> first(String childName) {
    for (XmlElement child : elements) {
      if (child.name.equals(childName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** Returns this element and all elements below it, in document order. */
  public Stream<XmlElement> descendants() {
    List<XmlElement> all = new ArrayList<>();
    addTo(all);
    return all.stream();
  }

  private void addTo(List<XmlElement> all) {
    all.add(this);
    elements.forEach(element -> element.addTo(all));
  }

  /**
   * Returns the comments inside this element at any depth, in document order, with their
   * delimiters.
   */
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

  /**
   * Returns the text directly inside this element as written, one string for each text node. Nodes
   * of white space alone are left out.
   */
  public Stream<String> texts() {
    return children.stream()
        .filter(child -> child.is(Kind.TEXT))
        .map(child -> child.span().of(text));
  }

  /** Returns the attributes in document order, namespace declarations included. */
  public List<XmlAttribute> attributes() {
    if (attributes == null) {
      attributes = List.copyOf(new AttributeScanner(text, startTag).scan());
    }
    return attributes;
  }

  /** Returns the attribute whose name is written exactly like that, with its prefix. */
  public Optional<XmlAttribute> attribute(String attributeName) {
    for (XmlAttribute attribute : attributes()) {
      if (attribute.name().equals(attributeName)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** Returns the attribute with that local name in a namespace, whatever its prefix is. */
  public Optional<XmlAttribute> attribute(String namespace, String localName) {
    for (XmlAttribute attribute : attributes()) {
      if (attribute.localName().equals(localName) && namespaceOf(attribute).equals(namespace)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the namespace of one of this element's attributes. It is empty for a name without a
   * prefix, and for an undeclared prefix.
   */
  public String namespaceOf(XmlAttribute attribute) {
    int colon = attribute.name().indexOf(':');
    return colon < 0 ? "" : namespace(attribute.name().substring(0, colon)).orElse("");
  }

  /** Returns a prefix that is bound to {@code namespace} at this element. */
  public Optional<String> prefixOf(String namespace) {
    return lineage()
        .flatMap(element -> element.attributes().stream())
        .filter(a -> a.name().startsWith(DECLARATION) && a.value().equals(namespace))
        .map(XmlAttribute::localName)
        .filter(prefix -> namespace(prefix).equals(Optional.of(namespace)))
        .findFirst();
  }

  /** Returns the namespace in the nearest declaration of a prefix. */
  private Optional<String> namespace(String prefix) {
    String declaration = DECLARATION + prefix;
    Optional<XmlElement> element = Optional.of(this);
    while (element.isPresent()) {
      Optional<XmlAttribute> declared = element.get().attribute(declaration);
      if (declared.isPresent()) {
        return declared.map(XmlAttribute::value);
      }
      element = element.get().parent;
    }
    return Optional.empty();
  }

  /** Returns this element and the elements around it, innermost first. */
  public Stream<XmlElement> lineage() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, e -> e.flatMap(x -> x.parent))
        .flatMap(Optional::stream);
  }

  @Override
  public String toString() {
    return startTag.of(text);
  }
}
