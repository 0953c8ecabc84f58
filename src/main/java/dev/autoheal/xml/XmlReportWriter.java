package dev.autoheal.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;

/**
 * Writes an XML document that is a report. The output has the same bytes on every system. It has
 * one element per line, and ASCII characters only, whatever is in the text. An element contains
 * either elements or text.
 */
public final class XmlReportWriter implements Closeable {
  private static final WstxOutputFactory FACTORY = factory();

  private final XMLStreamWriter xml;
  private int depth;
  private boolean isLeaf;

  /** Begins a document; {@link #close} does not close {@code out}. */
  public XmlReportWriter(OutputStream out) throws IOException {
    try {
      xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static WstxOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
    factory.setProperty(XMLOutputFactory2.P_TEXT_ESCAPER, new XmlEscapes(true));
    factory.setProperty(XMLOutputFactory2.P_ATTR_VALUE_ESCAPER, new XmlEscapes(false));
    return factory;
  }

  private interface Step {
    void take() throws XMLStreamException;
  }

  private static void take(Step step) throws IOException {
    try {
      step.take();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Opens an element inside the one that is open. */
  public XmlReportWriter start(String element) throws IOException {
    take(
        () -> {
          xml.writeCharacters("\n" + "  ".repeat(depth));
          xml.writeStartElement(element);
        });
    depth++;
    isLeaf = true;
    return this;
  }

  /** Writes an attribute of the element that was opened last; its content must not have begun. */
  public XmlReportWriter attribute(String name, String value) throws IOException {
    take(() -> xml.writeAttribute(name, value));
    return this;
  }

  /** Writes an attribute whose value is a number. */
  public XmlReportWriter attribute(String name, long value) throws IOException {
    return attribute(name, Long.toString(value));
  }

  /** Writes the text of the element that was opened last. */
  public XmlReportWriter text(String text) throws IOException {
    take(() -> xml.writeCharacters(text));
    return this;
  }

  /** Closes the innermost open element. */
  public XmlReportWriter end() throws IOException {
    depth--;
    take(
        () -> {
          if (!isLeaf) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
          }
          xml.writeEndElement();
        });
    isLeaf = false;
    return this;
  }

  @Override
  public void close() throws IOException {
    take(
        () -> {
          xml.writeCharacters("\n");
          xml.writeEndDocument();
          xml.close();
        });
  }
}
