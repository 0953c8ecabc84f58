package dev.autoheal.xdt;

import dev.autoheal.text.Quoted;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlNode;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds the nodes of one DOM from documents that the parser of autoheal has read. */
final class DomBuilder {
  /** The number of characters of a text that are read in the time of one step to a node. */
  private static final int CHARACTERS = 16;

  private final Document document = empty();
  private final WorkBudget budget;
  private long count;
  private long text;

  /**
   * Creates a builder with an empty document.
   *
   * @param budget pays for each node
   */
  DomBuilder(WorkBudget budget) {
    this.budget = budget;
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the document, which the builder and the transforms change. */
  Document document() {
    return document;
  }

  /** Returns the size of everything that was built; the document cannot be larger. */
  XPathEvaluator.Size size() {
    return new XPathEvaluator.Size(count, text / CHARACTERS);
  }

  /**
   * Adds the root of the document, as it is in the base.
   *
   * @throws TransformException if a name does not fit into the DOM, or if the budget is used up
   */
  void root(XmlDocument base) throws TransformException {
    document.appendChild(new Copy(base, true).of(base.root(), NamespaceScope.NONE));
  }

  /**
   * Copies an element of a transform with everything in it, but without the attributes that are
   * only for the engine.
   *
   * @param transform the document of the element
   * @param element the element to copy
   * @param names the namespaces around the element
   * @throws TransformException if the engine would lose a prefix, if the DOM refuses a name, or if
   *     the budget is used up
   */
  Element clone(XmlDocument transform, XmlElement element, NamespaceScope names)
      throws TransformException {
    return new Copy(transform, false).of(element, names);
  }

  /**
   * Copies an attribute, so that another element can have it.
   *
   * @throws TransformException if the budget is used up
   */
  Attr clone(Attr attribute) throws TransformException {
    made(1);
    Attr clone = document.createAttributeNS(attribute.getNamespaceURI(), attribute.getName());
    clone.setValue(attribute.getValue());
    return SourceOrigin.of(attribute).mark(clone);
  }

  /**
   * Returns the failure for an attribute whose prefix the engine loses.
   *
   * @param local the name of the attribute without its prefix
   */
  static TransformException lostPrefix(String local) {
    return TransformException.unfollowed(
        "the XDT engine drops the prefix of " + Quoted.literal(local));
  }

  private final class Copy {
    private final XmlDocument source;
    private final boolean isBase;

    Copy(XmlDocument source, boolean isBase) {
      this.source = source;
      this.isBase = isBase;
    }

    /** Copies an element with everything in it. */
    Element of(XmlElement element, NamespaceScope around) throws TransformException {
      try {
        return element(element, around, 1);
      } catch (DOMException e) {
        throw TransformException.unfollowed("Java rejects a name: %s".formatted(e.getMessage()));
      }
    }

    private Element element(XmlElement element, NamespaceScope around, int depth)
        throws TransformException {
      NamespaceScope names = around.in(element);
      made(1 + element.attributes().size());
      String uri = names.ofElement(element.name());
      Element made = document.createElementNS(uri.isEmpty() ? null : uri, element.name());
      new SourceOrigin(source, element.startTag(), isBase).mark(made);
      Set<String> locals = new HashSet<>();
      for (XmlAttribute attribute : element.attributes()) {
        if (isBase || isKept(attribute, names)) {
          if (!isBase) {
            requireClearPrefix(attribute, locals);
          }
          made.setAttributeNodeNS(attribute(attribute, names));
        }
      }
      for (XmlNode child : element.children()) {
        made.appendChild(
            child instanceof XmlElement inner
                ? element(inner, names, depth + 1)
                : other((XmlNode.Other) child, depth));
      }
      return made;
    }

    /**
     * Returns whether an attribute is kept. The engine removes its own attributes and the
     * declarations of prefixes.
     */
    private static boolean isKept(XmlAttribute attribute, NamespaceScope names) {
      return NamespaceScope.declared(attribute.name()).isEmpty()
          && !names.ofAttribute(attribute.name()).equals(XmlDocument.XDT);
    }

    /**
     * Requires that the engine can restore the prefix of an attribute. It cannot where two
     * attributes have the same local name, nor for the prefix {@code xml}.
     */
    private static void requireClearPrefix(XmlAttribute attribute, Set<String> locals)
        throws TransformException {
      String local = NamespaceScope.local(attribute.name());
      boolean isReserved =
          NamespaceScope.prefix(attribute.name()).equals(XMLConstants.XML_NS_PREFIX);
      if (isReserved || !locals.add(local)) {
        throw lostPrefix(local);
      }
    }

    private Attr attribute(XmlAttribute attribute, NamespaceScope names) {
      String uri =
          NamespaceScope.declared(attribute.name()).isPresent()
              ? XMLConstants.XMLNS_ATTRIBUTE_NS_URI
              : names.ofAttribute(attribute.name());
      Attr made = document.createAttributeNS(uri.isEmpty() ? null : uri, attribute.name());
      made.setValue(attribute.value());
      return new SourceOrigin(source, attribute.span(), true).mark(made);
    }

    private Node other(XmlNode.Other node, int depth) throws TransformException {
      made(1);
      text += (long) node.span().length() * depth;
      Node made =
          switch (node.kind()) {
            case COMMENT -> document.createComment("");
            case PROCESSING_INSTRUCTION -> document.createProcessingInstruction("pi", "");
            case TEXT, WHITE_SPACE -> document.createTextNode(source.value(node));
          };
      return new SourceOrigin(source, node.span(), true).mark(made);
    }
  }

  private void made(int nodes) throws TransformException {
    count += nodes;
    budget.nodes(nodes);
  }
}
