package dev.autoheal.change;

import static org.xmlunit.assertj3.XmlAssert.assertThat;

import dev.autoheal.text.SourceFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Compares two files with the parser of the JDK, except for the section that applies to the app.
 */
public final class WithoutSection {
  private WithoutSection() {}

  /**
   * Fails with the first difference that is not in the section.
   *
   * @param rebuilt whether comments may have moved out of the section
   */
  public static void assertSame(SourceFile before, SourceFile after, boolean rebuilt) {
    Document left = parse(before);
    Document right = parse(after);
    boolean made = webServers(left).isEmpty();
    removeSections(left, false, rebuilt);
    removeSections(right, made, rebuilt);
    assertThat(right).and(left).normalizeWhitespace().areIdentical();
  }

  private static Document parse(SourceFile file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(file.text())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void removeSections(Document document, boolean withParent, boolean comments) {
    for (Element server : webServers(document)) {
      for (Node child : children(server)) {
        if (child.getNodeName().equals("monitoring") || (comments && child instanceof Comment)) {
          server.removeChild(child);
        }
      }
      if (withParent) {
        server.getParentNode().removeChild(server);
      }
    }
  }

  private static List<Element> webServers(Document document) {
    Element root = document.getDocumentElement();
    List<Element> servers = new ArrayList<>(children(root, "system.webServer"));
    for (Element location : children(root, "location")) {
      if (location.getAttribute("path").matches("\\.?")) {
        servers.addAll(children(location, "system.webServer"));
      }
    }
    return servers;
  }

  private static List<Element> children(Node parent, String name) {
    return children(parent).stream()
        .filter(node -> node instanceof Element && node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }

  private static List<Node> children(Node parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
  }
}
