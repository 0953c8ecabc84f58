package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** Validates JUnit and Checkstyle reports. */
final class XmlReport {
  private XmlReport() {}

  /** Returns the report. Fails if the schema rejects it or if its counts are wrong. */
  static Document validated(String format, byte[] report) {
    assertThat(new String(report, UTF_8)).endsWith(">\n").matches("[\\x20-\\x7E\n]*");
    Document document;
    try {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(XmlReport.class.getResource("/schema/" + format + ".xsd"))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(report)));
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(report));
    } catch (Exception e) {
      throw new AssertionError(new String(report, UTF_8), e);
    }
    if (format.equals("junit")) {
      examine((Element) document.getElementsByTagName("testsuite").item(0));
    }
    return document;
  }

  private static void examine(Element suite) {
    for (String kind : new String[] {"testcase", "failure", "error", "skipped"}) {
      String name = kind.equals("testcase") ? "tests" : kind.equals("skipped") ? kind : kind + "s";
      assertThat(suite.getAttribute(name))
          .isEqualTo(Integer.toString(suite.getElementsByTagName(kind).getLength()));
    }
    Set<String> names = new HashSet<>();
    NodeList cases = suite.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      assertThat(names.add(test.getAttribute("classname") + "\0" + test.getAttribute("name")))
          .isTrue();
    }
  }

  /** Returns the violations that a common parser library finds in a report. */
  static Set<Violation> violations(Parser parser, byte[] report) {
    ViolationsLogger silent =
        new ViolationsLogger() {
          @Override
          public void log(Level level, String message) {}

          @Override
          public void log(Level level, String message, Throwable cause) {}
        };
    try {
      return parser.getViolationsParser().parseReportOutput(new String(report, UTF_8), silent);
    } catch (Exception e) {
      throw new AssertionError(new String(report, UTF_8), e);
    }
  }
}
