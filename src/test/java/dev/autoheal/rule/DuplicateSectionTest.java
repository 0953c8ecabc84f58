package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicateSectionTest {
  private final RuleTester tester = new RuleTester(new DuplicateSection());

  @Test
  void secondSectionInOneWebServerIsFound() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n"))
        .containsExactly(
            "3:1 another monitoring section on the same level: IIS answers every request with"
                + " 500.19, merge it into the first");
  }

  @Test
  void secondWebServerIsTheSameLevel() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <system.webServer><monitoring /></system.webServer>
                  <system.webServer><monitoring /></system.webServer>
                </configuration>
                """))
        .hasSize(1);
  }

  @Test
  void locationForTheWholeAppIsProbablyTheSameLevel() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <location path="."><system.webServer><monitoring /></system.webServer></location>
                  <system.webServer><monitoring /></system.webServer>
                </configuration>
                """))
        .containsExactly(
            "3:21 another monitoring section: the top level and a location for the whole app are"
                + " probably one level to IIS, merge it into the first");
  }

  @Test
  void eachOneAfterTheFirstIsFound() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n<monitoring />\n")).hasSize(2);
  }

  @Test
  void locationForAPartOfTheAppIsAnotherLevel() {
    tester.findsNothing(
        """
        <configuration>
          <location path="admin"><system.webServer><monitoring /></system.webServer></location>
          <system.webServer><monitoring /></system.webServer>
        </configuration>
        """);
  }

  @Test
  void transformMayNameTheSectionTwice() {
    String transform =
        """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
            <monitoring xdt:Transform="Replace" />
          </system.webServer>
        </configuration>
        """;
    assertThat(tester.findings(Subject.of(RuleTester.file("Web.Release.config", transform))))
        .isEmpty();
  }
}
