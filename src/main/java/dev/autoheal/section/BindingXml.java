package dev.autoheal.section;

import dev.autoheal.section.bind.Monitoring;
import dev.autoheal.section.bind.ObjectFactory;
import dev.autoheal.xml.XmlAttribute;
import dev.autoheal.xml.XmlElement;
import dev.autoheal.xml.XmlFragment;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.UnmarshallerHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Converts between elements of autoheal and JAXB objects. It uses SAX events, so that no second
 * parser is needed.
 */
final class BindingXml {
  private static final JAXBContext CONTEXT = context();

  private BindingXml() {}

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(ObjectFactory.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("the generated classes do not bind", e);
    }
  }

  /** Writes a section as a fragment, with the attributes in the order of the schema. */
  static XmlFragment marshal(JAXBElement<Monitoring> monitoring) {
    try {
      Marshaller marshaller = CONTEXT.createMarshaller();
      FragmentHandler handler = new FragmentHandler();
      marshaller.marshal(monitoring, handler);
      return handler.root;
    } catch (JAXBException e) {
      throw new IllegalStateException("a section cannot be written", e);
    }
  }

  /** Reads a section. Whatever does not bind is skipped: unreadable values keep their default. */
  static Monitoring unmarshal(XmlElement element) {
    try {
      Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
      unmarshaller.setEventHandler(event -> true);
      UnmarshallerHandler handler = unmarshaller.getUnmarshallerHandler();
      handler.startDocument();
      send(element, handler);
      handler.endDocument();
      return (Monitoring) ((JAXBElement<?>) handler.getResult()).getValue();
    } catch (JAXBException | SAXException e) {
      throw new IllegalStateException("a section cannot be read back", e);
    }
  }

  /**
   * Sends an element without its namespace. A section has no namespace, or the old .NET one that
   * IIS ignores.
   */
  private static void send(XmlElement element, UnmarshallerHandler handler) throws SAXException {
    AttributesImpl attributes = new AttributesImpl();
    for (XmlAttribute attribute : element.attributes()) {
      if (attribute.isPlain() && binds(attribute)) {
        attributes.addAttribute("", attribute.name(), attribute.name(), "CDATA", attribute.value());
      }
    }
    handler.startElement("", element.name(), element.name(), attributes);
    for (XmlElement child : element.elements()) {
      send(child, handler);
    }
    handler.endElement("", element.name(), element.name());
  }

  /**
   * Returns whether JAXB can read an attribute. JAXB throws at an invalid number, whatever its
   * error handler returns.
   */
  private static boolean binds(XmlAttribute attribute) {
    boolean isNumber =
        Stream.of(Attribute.values())
            .filter(known -> known.type() != Attribute.Type.TIME_SPAN)
            .anyMatch(known -> known.xmlName().equals(attribute.name()));
    return !isNumber || WholeNumber.parse(attribute.value()).isPresent();
  }

  /** Builds fragments whose attributes are in the order of the schema. */
  private static final class FragmentHandler extends DefaultHandler {
    private record Open(String name, Map<String, String> attributes, List<XmlFragment> children) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private XmlFragment root;

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      Map<String, String> ordered = new LinkedHashMap<>();
      for (String known : SectionNames.attributes(local)) {
        if (attributes.getValue(known) != null) {
          ordered.put(known, attributes.getValue(known));
        }
      }
      open.push(new Open(local, ordered, new ArrayList<>()));
    }

    @Override
    public void endElement(String uri, String local, String name) {
      Open closed = open.pop();
      XmlFragment fragment = new XmlFragment(closed.name(), closed.attributes(), closed.children());
      if (open.isEmpty()) {
        root = fragment;
      } else {
        open.peek().children().add(fragment);
      }
    }
  }
}
