package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateSectionTest {
  private final RuleTester tester = new RuleTester(new DuplicateSection());

  @Test
  void reportsASecondSectionInOneWebServer() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n"))
        .containsExactly(
            "3:1 duplicate <monitoring>, which IIS answers with 500.19; move its triggers into the"
                + " first one");
  }

  @Test
  void treatsASecondWebServerAsTheSameLevel() {
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
  void treatsALocationForTheWholeAppAsTheSameLevel() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <location path="."><system.webServer><monitoring /></system.webServer></location>
                  <system.webServer><monitoring /></system.webServer>
                </configuration>
                """))
        .containsExactly(
            "3:21 duplicate <monitoring>, which IIS may answer with 500.19; move its triggers into"
                + " the first one");
  }

  @Test
  void reportsEachSectionAfterTheFirst() {
    assertThat(tester.inSection("<monitoring />\n<monitoring />\n<monitoring />\n")).hasSize(2);
  }

  @Test
  void acceptsASectionForOnePathOfTheApp() {
    tester.findsNothing(
        """
        <configuration>
          <location path="admin"><system.webServer><monitoring /></system.webServer></location>
          <system.webServer><monitoring /></system.webServer>
        </configuration>
        """);
  }

  @Test
  void acceptsATransformWithTwoSections() {
    String transform =
        """
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
            <monitoring xdt:Transform="Replace" />
          </system.webServer>
        </configuration>
        """;
    assertThat(
            tester.findings(RuleTester.subject(RuleTester.file("Web.Release.config", transform))))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == in a comment is fine
        <configuration>
          <system.webServer>
            <!--
            <monitoring>
              <triggers>
                <requests count="1000" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
            -->
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == in two web servers
        <configuration>
          <system.webServer>
            <monitoring>
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
          <system.webServer>
            <monitoring>
              <triggers>
                <requests count="1000" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 11:5 duplicate <monitoring>, which IIS answers with 500.19; move its triggers into the
        >> first one (web.config:3)
        > 13:9 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]

        == one path of the app is another level
        <configuration>
          <location path="admin">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
          <system.webServer>
            <monitoring>
              <triggers>
                <requests count="1000" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 4:7 unexpected <monitoring> in <location path="admin">; move it out
        >> [location-scoped]
        > 15:9 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]

        == transform may name it twice
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.webServer>
            <monitoring xdt:Transform="InsertIfMissing" />
            <monitoring xdt:Transform="Replace">
              <triggers>
                <memory privateBytesInKB="800000" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == two locations
        <configuration>
          <location path=".">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
          <location path="">
            <system.webServer>
              <monitoring>
                <triggers>
                  <requests count="1000" timeInterval="00:10:00" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 14:7 duplicate <monitoring>, which IIS answers with 500.19; move its triggers into the
        >> first one (web.config:4)
        > 16:11 1000 requests in 10 min recycle even a healthy worker; use <slowRequests>, <memory>
        >> or <statusCode> [recycle-on-request-count]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new DuplicateSection());
  }
}
