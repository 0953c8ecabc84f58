package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.rule.RuleContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedSectionTest {
  private static final String SECTION = "<monitoring><actions value='Recycle' /></monitoring>";

  private final RuleTester tester = new RuleTester(new MisplacedSection());

  @ParameterizedTest
  @ValueSource(strings = {"system.web", "system.applicationHost", "sites"})
  void reportsASectionInTheWrongParent(String parent) {
    assertThat(
            tester.findings(
                "<configuration><%s>\n%s</%1$s></configuration>".formatted(parent, SECTION)))
        .containsExactly(
            "2:1 unexpected <monitoring> in <%s>; move it into <system.webServer>"
                .formatted(parent));
  }

  /** Moving the section alone would not fix the rest of the group. */
  @ParameterizedTest
  @CsvSource({
    "system.webserver, use <system.webServer> (names are case-sensitive)",
    "system.webSever, did you mean <system.webServer>?"
  })
  void reportsAMisspelledSectionGroup(String parent, String advice) {
    String xml = "<configuration>\n<%s>%s</%1$s></configuration>".formatted(parent, SECTION);
    assertThat(tester.findings(xml))
        .containsExactly(
            "2:2 unknown element <%s> around <monitoring>; %s".formatted(parent, advice));
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void reportsASectionDirectlyInConfiguration() {
    assertThat(tester.findings("<configuration>\n" + SECTION + "</configuration>"))
        .singleElement()
        .asString()
        .isEqualTo(
            "2:1 unexpected <monitoring> in <configuration>; move it into <system.webServer>");
  }

  @Test
  void proposesToMergeASecondSection() {
    String xml =
        "<configuration>%s<system.webServer><monitoring /></system.webServer></configuration>"
            .formatted(SECTION);
    assertThat(tester.findings(xml))
        .singleElement()
        .asString()
        .endsWith("; merge it into <monitoring> in <system.webServer>");
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void reportsAnInventedNameWithoutFixingIt() {
    String xml =
        "<configuration><system.web>\n<autoHeal><triggers /></autoHeal></system.web></configuration>";
    assertThat(tester.findings(xml))
        .singleElement()
        .asString()
        .isEqualTo(
            "2:1 unexpected <autoHeal> in <system.web>; move it into <system.webServer> as"
                + " <monitoring>");
    assertThat(tester.fixed(xml)).isEqualTo(xml);
    tester.findsNothing("<configuration><system.web><autoHeal /></system.web></configuration>");
  }

  @Test
  void acceptsTheNameWithoutTriggersOrActions() {
    tester.findsNothing("<configuration><system.web><monitoring /></system.web></configuration>");
  }

  @Test
  void acceptsADeclaredSectionOfAnotherProgram() {
    tester.findsNothing(
        "<configuration><configSections><section name='monitoring' /><sectionGroup name='acme' /></configSections>%s<acme>%1$s</acme></configuration>"
            .formatted(SECTION));
  }

  @Test
  void leavesSystemWebServerAndOtherRootsToOtherRules() {
    tester.findsNothing(
        "<configuration><system.webServer><autoHeal>%s</autoHeal></system.webServer></configuration>"
            .formatted(SECTION));
    tester.findsNothing("<Configuration>" + SECTION + "</Configuration>");
  }

  @Test
  void movesTheSectionWithItsCommentsAfterTheLastChild() {
    assertThat(
            tester.fixed(
                """
                <configuration>
                  <system.web>
                    <compilation />
                    <monitoring>
                      <!-- why -->
                      <actions value="Recycle" />
                    </monitoring>
                  </system.web>
                  <location path=".">
                    <system.webServer>
                      <handlers />
                    </system.webServer>
                  </location>
                </configuration>
                """))
        .isEqualTo(
            """
            <configuration>
              <system.web>
                <compilation />
              </system.web>
              <location path=".">
                <system.webServer>
                  <handlers />
                  <monitoring>
                    <!-- why -->
                    <actions value="Recycle" />
                  </monitoring>
                </system.webServer>
              </location>
            </configuration>
            """);
  }

  @Test
  void createsAMissingWebServer() {
    assertThat(
            tester.fixed(
                """
                <configuration>
                  <monitoring>
                    <actions value="Recycle" />
                  </monitoring>
                </configuration>
                """))
        .isEqualTo(
            """
            <configuration>
              <system.webServer>
                <monitoring>
                  <actions value="Recycle" />
                </monitoring>
              </system.webServer>
            </configuration>
            """);
    assertThat(tester.fixed("<configuration><location>" + SECTION + "</location></configuration>"))
        .isEqualTo(
            "<configuration><location><system.webServer>"
                + SECTION
                + "</system.webServer></location></configuration>");
  }

  @Test
  void keepsASectionForOnePathOfTheApp() {
    String xml =
        "<configuration><location path='admin'><system.web>%s</system.web></location></configuration>"
            .formatted(SECTION);
    assertThat(tester.findings(xml)).hasSize(1);
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void checksWhatATransformInserts() {
    String transform =
        "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'><system.web>"
            + "<monitoring %s><actions /></monitoring></system.web></configuration>";
    assertThat(tester.findings(transform(transform.formatted("xdt:Transform='Insert'"))))
        .hasSize(1);
    assertThat(tester.findings(transform(transform.formatted("xdt:Transform='Remove'")))).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == auto heal in configuration
        <configuration>
          <autoHeal enabled="true">
            <triggers>
              <memory privateBytesInKB="800000" />
            </triggers>
            <actions value="Recycle" />
          </autoHeal>
        </configuration>
        > 2:3 unexpected <autoHeal> in <configuration>; move it into <system.webServer> as
        >> <monitoring>

        == health monitoring is fine
        <configuration>
          <system.web>
            <healthMonitoring enabled="true" />
          </system.web>
        </configuration>

        == in an application pool
        <configuration>
          <system.applicationHost>
            <applicationPools>
              <add name="shop">
                <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
              </add>
            </applicationPools>
          </system.applicationHost>
        </configuration>
        > 5:9 unexpected <monitoring> in <add>; move it into <system.webServer> [unsafe fix]

        == in app settings
        <configuration>
          <appSettings>
            <add key="Shop" value="1" />
            <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
          </appSettings>
        </configuration>
        > 4:5 unexpected <monitoring> in <appSettings>; move it into <system.webServer> [unsafe
        >> fix]

        == in configuration before others
        <configuration>
          <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
          <system.webServer>
            <handlers />
          </system.webServer>
        </configuration>
        > 2:3 unexpected <monitoring> in <configuration>; move it into <system.webServer> [unsafe
        >> fix]

        == in location
        <configuration>
          <location path=".">
            <system.web>
              <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
            </system.web>
          </location>
        </configuration>
        > 4:7 unexpected <monitoring> in <system.web>; move it into <system.webServer> [unsafe fix]

        == in location for one path
        <configuration>
          <location path="admin">
            <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
          </location>
        </configuration>
        > 3:5 unexpected <monitoring> in <location>; move it into <system.webServer>

        == in other letter case of system web server
        <configuration>
          <system.webserver>
            <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
          </system.webserver>
        </configuration>
        > 2:4 unknown element <system.webserver> around <monitoring>; use <system.webServer> (names
        >> are case-sensitive)

        == in system application host
        <configuration>
          <system.applicationHost>
            <applicationPools>
              <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
            </applicationPools>
          </system.applicationHost>
        </configuration>
        > 4:7 unexpected <monitoring> in <applicationPools>; move it into <system.webServer>
        >> [unsafe fix]

        == in system web with others
        <configuration>
          <system.web>
            <compilation targetFramework="4.8" />
            <!-- 800 MB of 1.75 GB -->
            <monitoring><triggers><memory privateBytesInKB="800000" /></triggers><actions value="Recycle" /></monitoring>
            <httpRuntime targetFramework="4.8" />
          </system.web>
          <system.webServer>
            <handlers accessPolicy="Read" />
          </system.webServer>
        </configuration>
        > 5:5 unexpected <monitoring> in <system.web>; move it into <system.webServer> [unsafe fix]

        == on one line
        <configuration><system.web><monitoring><triggers><memory privateBytesInKB="800000"/></triggers><actions value="Recycle"/></monitoring></system.web></configuration>
        > 1:28 unexpected <monitoring> in <system.web>; move it into <system.webServer> [unsafe
        >> fix]

        == transform for system web
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.web>
            <monitoring xdt:Transform="Insert">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.web>
        </configuration>
        > 3:5 unexpected <monitoring> in <system.web>; move it into <system.webServer>

        == with mistakes inside
        <configuration>
          <system.web>
            <monitoring>
              <triggers>
                <memmory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.web>
        </configuration>
        > 3:5 unexpected <monitoring> in <system.web>; move it into <system.webServer> [unsafe fix]

        == with published mistakes inside
        <configuration>
          <system.web>
            <monitoring>
              <triggers>
                // memory
                <privateBytesInKB>1500000</privateBytesInKB>
                <request count="1000" timeInterval="00:60:00" />
              </triggers>
              <actions value="Recycle" />
              <actions value="LogEvent" />
            </monitoring>
          </system.web>
        </configuration>
        > 3:5 unexpected <monitoring> in <system.web>; move it into <system.webServer> [unsafe fix]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new MisplacedSection());
  }

  private static RuleContext transform(String xml) {
    return RuleTester.subject(RuleTester.file("Web.Release.config", xml));
  }
}
