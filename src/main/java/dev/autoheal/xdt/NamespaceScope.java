package dev.autoheal.xdt;

import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;

/** The namespaces that prefixes stand for at one element; for XPath as the engine gives them. */
final class NamespaceScope implements NamespaceContext {
  /** What the engine calls the namespace of names without a prefix, for XPath has none. */
  static final String DEFAULT = "_defaultNamespace";

  /** Above the root. */
  static final NamespaceScope NONE =
      new NamespaceScope(Map.of(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI));

  private final Map<String, String> uris;

  private NamespaceScope(Map<String, String> uris) {
    this.uris = uris;
  }

  /** Those in an element that stands here. */
  NamespaceScope in(XmlElement element) {
    Map<String, String> inner = null;
    for (XmlAttribute attribute : element.attributes()) {
      Optional<String> prefix = declared(attribute.name());
      if (prefix.isPresent()) {
        inner = inner == null ? new HashMap<>(uris) : inner;
        inner.put(prefix.get(), attribute.value());
      }
    }
    return inner == null ? this : new NamespaceScope(inner);
  }

  /** The prefix that an attribute of that name declares, empty for the default. */
  static Optional<String> declared(String attribute) {
    if (attribute.equals("xmlns")) {
      return Optional.of("");
    }
    return attribute.startsWith("xmlns:")
        ? Optional.of(attribute.substring("xmlns:".length()))
        : Optional.empty();
  }

  static String prefix(String name) {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** The namespace of an element of that name; empty for none. */
  String ofElement(String name) {
    return uris.getOrDefault(prefix(name), "");
  }

  /** The namespace of an attribute of that name; without a prefix it has none. */
  String ofAttribute(String name) {
    return prefix(name).isEmpty() ? "" : ofElement(name);
  }

  /** The attribute that belongs to the namespace of transforms. */
  Optional<XmlAttribute> xdt(XmlElement element, String local) {
    return element.attributes().stream()
        .filter(attribute -> local(attribute.name()).equals(local))
        .filter(attribute -> ofAttribute(attribute.name()).equals(XmlDocument.XDT))
        .findFirst();
  }

  @Override
  public String getNamespaceURI(String prefix) {
    return uris.get(prefix.equals(DEFAULT) ? "" : prefix);
  }

  @Override
  public String getPrefix(String uri) {
    return null;
  }

  @Override
  public Iterator<String> getPrefixes(String uri) {
    return Collections.emptyIterator();
  }
}
