package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationScopedTest {
  private final RuleTester tester = new RuleTester(new LocationScoped());

  @Test
  void reportsASectionForOnePathOfTheApp() {
    assertThat(location("path='admin'"))
        .containsExactly("3:1 unexpected <monitoring> in <location path=\"admin\">; move it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "path='.'", "path=''", "path='#{Site}#'"})
  void acceptsALocationForTheWholeApp(String attribute) {
    assertThat(location(attribute)).isEmpty();
  }

  @Test
  void acceptsOtherElementsInALocation() {
    tester.findsNothing(
        "<configuration><location path='a'><system.webServer><handlers /></system.webServer></location></configuration>");
  }

  @Test
  void ignoresAFileWithAnotherRoot() {
    tester.findsNothing(
        "<a><location path='a'><system.webServer><monitoring /></system.webServer></location></a>");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == dot is fine
        <configuration>
          <location path="." inheritInChildApplications="false">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>

        == empty path is fine
        <configuration>
          <location path="">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>

        == file
        <configuration>
          <location path="upload.aspx" inheritInChildApplications="false">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        > 4:7 unexpected <monitoring> in <location path="upload.aspx">; move it out

        == no path is fine
        <configuration>
          <location>
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>

        == placeholder is fine
        <configuration>
          <location path="#{SiteName}#">
            <system.webServer>
              <monitoring>
                <triggers>
                  <memory privateBytesInKB="800000" />
                </triggers>
                <actions value="Recycle" />
              </monitoring>
            </system.webServer>
          </location>
        </configuration>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new LocationScoped());
  }

  private List<String> location(String attribute) {
    return tester.findings(
        "<configuration><location %s>\n<system.webServer>\n<monitoring /></system.webServer></location></configuration>"
            .formatted(attribute));
  }
}
