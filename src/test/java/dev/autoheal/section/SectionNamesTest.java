package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Compares the names in the code with the schema. */
class SectionNamesTest {
  private final Map<String, Element> types = new TreeMap<>();

  @BeforeEach
  void readSchema() throws Exception {
    Document schema =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("schemas/autoheal-monitoring.xsd").toFile());
    for (Element type : all(schema.getDocumentElement(), "xs:complexType")) {
      types.put(type.getAttribute("name"), type);
    }
  }

  @Test
  void knowsTheElementsAndAttributesOfTheSchema() {
    Map<String, List<String>> elements = new TreeMap<>();
    Map<String, List<String>> attributes = new TreeMap<>();
    collect("monitoring", "Monitoring", elements, attributes);

    assertThat(elements).hasSizeGreaterThan(8);
    elements.forEach(
        (name, children) -> assertThat(SectionNames.elements(name)).as(name).isEqualTo(children));
    attributes.forEach(
        (name, of) -> assertThat(SectionNames.attributes(name)).as(name).isEqualTo(of));
  }

  private void collect(
      String name,
      String type,
      Map<String, List<String>> elements,
      Map<String, List<String>> attributes) {
    List<Element> children = all(types.get(type), "xs:element");
    elements.put(name, children.stream().map(c -> c.getAttribute("name")).toList());
    attributes.put(
        name,
        all(types.get(type), "xs:attribute").stream().map(a -> a.getAttribute("name")).toList());
    for (Element child : children) {
      collect(child.getAttribute("name"), child.getAttribute("type"), elements, attributes);
    }
  }

  @Test
  void requiresTheSameAttributesAsTheSchema() {
    Map<Trigger, String> type =
        Map.of(
            Trigger.REQUESTS, "Requests",
            Trigger.SLOW_REQUESTS, "SlowRequests",
            Trigger.MEMORY, "Memory",
            Trigger.STATUS_CODES, "StatusRule");
    for (Trigger trigger : Trigger.values()) {
      List<String> required = new ArrayList<>();
      List<String> optional = new ArrayList<>();
      for (Element attribute : all(types.get(type.get(trigger)), "xs:attribute")) {
        boolean isRequired = attribute.getAttribute("use").equals("required");
        (isRequired ? required : optional).add(attribute.getAttribute("name"));
      }
      assertThat(trigger.required().stream().map(Attribute::xmlName))
          .containsExactlyInAnyOrderElementsOf(required);
      assertThat(trigger.optional().stream().map(Attribute::xmlName))
          .containsExactlyInAnyOrderElementsOf(optional);
    }
  }

  private static List<Element> all(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .forEach(found::add);
    return found.stream().filter(e -> e.getNodeType() == Node.ELEMENT_NODE).toList();
  }
}
