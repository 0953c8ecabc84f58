package dev.autoheal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlReportWriterTest {
  private static byte[] written(String value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XmlReportWriter xml = new XmlReportWriter(out)) {
      xml.start("a").start("b").attribute("c", value).text(value).end();
      xml.start("b").attribute("d", 7).end().end();
    }
    return out.toByteArray();
  }

  private static String element(String value) throws IOException {
    return new String(written(value), UTF_8).lines().skip(2).findFirst().orElseThrow();
  }

  @Test
  void writesALineForEachElement() throws IOException {
    assertThat(new String(written("x"), UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <a>
              <b c="x">x</b>
              <b d="7"/>
            </a>
            """);
  }

  @Test
  void writesOnlyAscii() throws IOException {
    assertThat(element("é😀\u202E\u0085")).contains(">&#xE9;&#x1F600;&#x202E;&#x85;<");
    assertThat(element("<&>\"'"))
        .isEqualTo("  <b c=\"&lt;&amp;&gt;&quot;'\">&lt;&amp;&gt;&quot;'</b>");
  }

  @Test
  void replacesCharactersThatXmlForbids() throws IOException {
    assertThat(element("\0\u001B\uFFFE\uD83D!")).contains(">&#xFFFD;&#xFFFD;&#xFFFD;&#xFFFD;!<");
  }

  @Test
  void escapesCommandsOfRunners() throws IOException {
    assertThat(element("##vso[x]")).contains(">##vso&#x5B;x]<");
  }

  /** A parser reads back all text except characters that XML forbids. */
  @Property
  void parserReadsBackTheText(@ForAll String value) throws Exception {
    String legal =
        value.replaceAll(
            "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    Element b =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(value)))
                .getElementsByTagName("b")
                .item(0);

    assertThat(b.getAttribute("c")).isEqualTo(legal);
    assertThat(b.getTextContent()).isEqualTo(legal);
  }
}
