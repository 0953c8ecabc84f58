package dev.autoheal.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.autoheal.text.SourceFile;
import dev.autoheal.text.Span;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Builds nodes from the events of Woodstox. Woodstox reads characters, so its offsets cover the
 * text exactly.
 */
final class XmlParser {
  /**
   * A depth far beyond any real file. It prevents deep stacks in everything that walks the tree.
   */
  private static final int DEPTH_LIMIT = 256;

  private static final WstxInputFactory FACTORY = factory();

  private final SourceFile file;
  private final String text;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final List<XmlNode> nodes = new ArrayList<>();
  private XmlElement root;
  private boolean declaresXdt;
  private int parsed;

  /** The offset of the first {@code &} that has not been passed; -1 when there is none. */
  private int ampersand;

  /** Creates a parser for one file, which can parse it once. */
  XmlParser(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.ampersand = text.indexOf('&');
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Integer.MAX_VALUE);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Integer.MAX_VALUE);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
    return factory;
  }

  /** Parses the file. A malformed file gives a result, not an exception. */
  XmlDocument.Result parse() {
    Optional<XmlDocument.Malformed> obvious = MalformedXml.beforeParsing(text);
    if (obvious.isPresent()) {
      return obvious.get();
    }
    try {
      XMLStreamReader2 reader =
          (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(text));
      parsed = span(reader).end();
      return read(reader);
    } catch (XMLStreamException e) {
      return new MalformedXml(file, parsed, open, Optional.ofNullable(root)).explain(e);
    }
  }

  private XmlDocument.Result read(XMLStreamReader2 reader) throws XMLStreamException {
    if ("1.1".equals(reader.getVersion())) {
      return new XmlDocument.Malformed(
          new Span(0, text.indexOf("?>") + 2), "IIS does not read XML 1.1; use version=\"1.0\"");
    }
    while (reader.hasNext()) {
      int event = reader.next();
      Span span = span(reader);
      if (event == XMLStreamConstants.DTD) {
        return new XmlDocument.Doctype(span);
      }
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        return MalformedXml.reference(text, span.start());
      }
      if (event == XMLStreamConstants.START_ELEMENT && badReference(span) >= 0) {
        return MalformedXml.reference(text, badReference(span));
      }
      if (open.size() == DEPTH_LIMIT && event == XMLStreamConstants.START_ELEMENT) {
        return new XmlDocument.Malformed(
            span,
            "elements are nested more than %d levels deep; remove some".formatted(DEPTH_LIMIT));
      }
      add(reader, event, span);
      parsed = span.end();
    }
    return new XmlDocument.Parsed(new XmlDocument(file, root, nodes, declaresXdt));
  }

  /**
   * Returns the offset of the first bad reference in a start tag; -1 when there is none. Woodstox
   * treats any entity in a value as an empty one.
   */
  private int badReference(Span startTag) {
    while (ampersand >= 0 && ampersand < startTag.start()) {
      ampersand = text.indexOf('&', startTag.start());
    }
    return ampersand < 0 || ampersand >= startTag.end()
        ? -1
        : XmlText.badReference(text, ampersand, startTag.end());
  }

  private static Span span(XMLStreamReader2 reader) throws XMLStreamException {
    return new Span(
        (int) reader.getLocationInfo().getStartingCharOffset(),
        (int) reader.getLocationInfo().getEndingCharOffset());
  }

  private void add(XMLStreamReader2 reader, int event, Span span) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> open(reader, span);
      case XMLStreamConstants.END_ELEMENT -> open.pop().close(span);
      case XMLStreamConstants.COMMENT -> add(XmlNode.Kind.COMMENT, span);
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          add(XmlNode.Kind.PROCESSING_INSTRUCTION, span);
      case XMLStreamConstants.SPACE -> add(XmlNode.Kind.WHITE_SPACE, span);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          add(isWhiteSpace(span) ? XmlNode.Kind.WHITE_SPACE : XmlNode.Kind.TEXT, span);
      default -> {}
    }
  }

  private void open(XMLStreamReader2 reader, Span span) {
    String prefix = reader.getPrefix();
    String name =
        prefix == null || prefix.isEmpty()
            ? reader.getLocalName()
            : prefix + ":" + reader.getLocalName();
    XmlElement element = new XmlElement(text, name, span, Optional.ofNullable(open.peek()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      declaresXdt |= XmlDocument.XDT.equals(reader.getNamespaceURI(i));
    }
    add(element);
    if (open.isEmpty()) {
      root = element;
    }
    open.push(element);
  }

  private void add(XmlNode.Kind kind, Span span) {
    add(new XmlNode.Other(kind, span));
  }

  private void add(XmlNode node) {
    if (open.isEmpty()) {
      nodes.add(node);
    } else {
      open.peek().add(node);
    }
  }

  private boolean isWhiteSpace(Span span) {
    int end = span.end();
    for (int i = span.start(); i < end; i++) {
      if (!XmlText.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
