package dev.autoheal.rules;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import dev.autoheal.text.SourceFile;
import org.junit.jupiter.api.Test;

class MalformedXmlTest {
  private final RuleTester tester = new RuleTester(new MalformedXml());

  @Test
  void reportsAnUnclosedElement() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <system.webServer>
                </configuration>
                """))
        .singleElement()
        .asString()
        .contains("system.webServer");
  }

  @Test
  void reportsAnEmptyFile() {
    assertThat(tester.findings("")).singleElement().asString().startsWith("1:1 ");
  }

  @Test
  void reportsThirtyThousandNestedElementsOnce() {
    assertThat(tester.findings("<a>".repeat(30_000) + "</a>".repeat(30_000)))
        .singleElement()
        .asString()
        .contains("nested");
  }

  @Test
  void reportsThirtyThousandOpenElementsOnce() {
    assertThat(tester.findings("<a>".repeat(30_000))).hasSize(1);
  }

  @Test
  void reportsALoneSurrogate() {
    byte[] bytes = "<configuration>\n  <!-- ? -->\n</configuration>".getBytes(UTF_16);
    int question = 2 * "?<configuration>\n  <!-- ".length();
    bytes[question] = (byte) 0xD8;
    bytes[question + 1] = 0x3D;
    RuleContext subject = RuleTester.subject(SourceFile.of("web.config", bytes));
    assertThat(Rules.check(subject))
        .singleElement()
        .satisfies(
            finding -> assertThat(subject.file().locate(finding.span()).line()).isEqualTo(2));
  }

  @Test
  void acceptsAWellFormedFile() {
    tester.findsNothing(
        "<?xml version=\"1.0\"?>\n<!-- a --><configuration><![CDATA[&]]></configuration>\n");
  }
}
