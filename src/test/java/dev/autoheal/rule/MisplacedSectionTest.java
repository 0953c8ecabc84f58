package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisplacedSectionTest {
  private static final String SECTION = "<monitoring><actions value='Recycle' /></monitoring>";

  private final RuleTester tester = new RuleTester(new MisplacedSection());

  @ParameterizedTest
  @ValueSource(strings = {"system.web", "system.applicationHost", "sites"})
  void sectionInTheWrongParentIsFound(String parent) {
    assertThat(
            tester.findings(
                "<configuration><%s>\n%s</%1$s></configuration>".formatted(parent, SECTION)))
        .containsExactly(
            "2:1 monitoring stands in %s, where IIS does not look for it, and the app may not even start: move it into system.webServer"
                .formatted(parent));
  }

  /** Moving the section alone would leave the rest of the group lost. */
  @ParameterizedTest
  @CsvSource({
    "system.webserver, 'letter case counts, write system.webServer'",
    "system.webSever, did you mean system.webServer?"
  })
  void groupThatIsMisspelledIsTheMistake(String parent, String cure) {
    String xml = "<configuration>\n<%s>%s</%1$s></configuration>".formatted(parent, SECTION);
    assertThat(tester.findings(xml))
        .containsExactly(
            "2:2 %s is no group that IIS knows, so the section in it is not read, and the app may not even start: %s"
                .formatted(parent, cure));
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void sectionDirectlyInConfigurationIsFound() {
    assertThat(tester.findings("<configuration>\n" + SECTION + "</configuration>"))
        .singleElement()
        .asString()
        .startsWith("2:1 monitoring stands in configuration, where IIS does not look for it");
  }

  @Test
  void sectionBesideTheRightOneIsToBeMerged() {
    String xml =
        "<configuration>%s<system.webServer><monitoring /></system.webServer></configuration>"
            .formatted(SECTION);
    assertThat(tester.findings(xml))
        .singleElement()
        .asString()
        .endsWith("merge it into the one in system.webServer");
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void inventedNameIsFoundThereTooAndNotMended() {
    String xml =
        "<configuration><system.web>\n<autoHeal><triggers /></autoHeal></system.web></configuration>";
    assertThat(tester.findings(xml))
        .singleElement()
        .asString()
        .startsWith("2:1 autoHeal stands in system.web")
        .endsWith("call it monitoring, and move it into system.webServer");
    assertThat(tester.fixed(xml)).isEqualTo(xml);
    tester.findsNothing("<configuration><system.web><autoHeal /></system.web></configuration>");
  }

  @Test
  void elementOfThatNameWithoutTriggersOrActionsIsNotMeant() {
    tester.findsNothing("<configuration><system.web><monitoring /></system.web></configuration>");
  }

  @Test
  void sectionOfAnotherProgramIsDeclared() {
    tester.findsNothing(
        "<configuration><configSections><section name='monitoring' /><sectionGroup name='acme' /></configSections>%s<acme>%1$s</acme></configuration>"
            .formatted(SECTION));
  }

  @Test
  void whatIsInSystemWebServerOrUnderAnotherRootIsLeftToOtherRules() {
    tester.findsNothing(
        "<configuration><system.webServer><autoHeal>%s</autoHeal></system.webServer></configuration>"
            .formatted(SECTION));
    tester.findsNothing("<Configuration>" + SECTION + "</Configuration>");
  }

  @Test
  void sectionIsMovedBehindTheLastChildWithItsComments() {
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
  void webServerIsMadeWhereThereIsNone() {
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
  void sectionForAPartOfTheAppIsNotMoved() {
    String xml =
        "<configuration><location path='admin'><system.web>%s</system.web></location></configuration>"
            .formatted(SECTION);
    assertThat(tester.findings(xml)).hasSize(1);
    assertThat(tester.fixed(xml)).isEqualTo(xml);
  }

  @Test
  void transformIsJudgedByWhatItBringsInAndNotMended() {
    String transform =
        "<configuration xmlns:xdt='http://schemas.microsoft.com/XML-Document-Transform'><system.web>"
            + "<monitoring %s><actions /></monitoring></system.web></configuration>";
    assertThat(tester.findings(transform(transform.formatted("xdt:Transform='Insert'"))))
        .hasSize(1);
    assertThat(tester.findings(transform(transform.formatted("xdt:Transform='Remove'")))).isEmpty();
  }

  private static Subject transform(String xml) {
    return Subject.of(RuleTester.file("Web.Release.config", xml));
  }
}
