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

/**
 * Maps prefixes to namespaces at one element. For XPath, it gives the prefixes that the engine
 * gives.
 */
final class NamespaceScope implements NamespaceContext {
  /** The prefix that the engine gives to the default namespace, because XPath has none. */
  static final String DEFAULT = "_defaultNamespace";

  /** The scope above the root, which knows the prefix {@code xml} alone. */
  static final NamespaceScope NONE =
      new NamespaceScope(Map.of(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI));

  private final Map<String, String> uris;

  private NamespaceScope(Map<String, String> uris) {
    this.uris = uris;
  }

  /**
   * Returns the scope in an element that is in this scope, with the declarations of the element.
   */
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

  /**
   * Returns the prefix that an attribute of this name declares. It is the empty string for the
   * default namespace; it is absent if the attribute declares none.
   */
  static Optional<String> declared(String attribute) {
    if (attribute.equals("xmlns")) {
      return Optional.of("");
    }
    return attribute.startsWith("xmlns:")
        ? Optional.of(attribute.substring("xmlns:".length()))
        : Optional.empty();
  }

  /** Returns the prefix of a name; the empty string if it has none. */
  static String prefix(String name) {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  /** Returns a name without its prefix. */
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Returns the namespace of an element of this name; the empty string for none. */
  String ofElement(String name) {
    return uris.getOrDefault(prefix(name), "");
  }

  /**
   * Returns the namespace of an attribute of this name; the empty string if the name has no prefix.
   */
  String ofAttribute(String name) {
    return prefix(name).isEmpty() ? "" : ofElement(name);
  }

  /**
   * Returns an attribute of an element in the XDT namespace.
   *
   * @param element the element; this is the scope in it
   * @param local the name without its prefix
   */
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
