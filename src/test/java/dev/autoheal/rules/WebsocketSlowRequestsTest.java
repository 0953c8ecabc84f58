package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsocketSlowRequestsTest {
  private static final String SLOW = "<slowRequests count='20' />";

  private final RuleTester tester = new RuleTester(new WebsocketSlowRequests());

  @Test
  void reportsSlowRequestsWithWebSockets() {
    assertThat(triggers("<webSocket enabled='true' />", "\n" + SLOW))
        .containsExactly(
            "3:1 <slowRequests> may count open WebSocket connections; raise count or disable "
                + "<webSocket>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<webSocket />",
        "<webSocket enabled='false' />",
        "<webSocket enabled='#{ws}#' />",
        "<webSocket receiveBufferLimit='4194304' />",
        "<webSockets enabled='true' />"
      })
  void acceptsSlowRequestsWithoutWebSockets(String webSocket) {
    assertThat(triggers(webSocket, SLOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<requests count='20' />",
        "<memory privateBytesInKB='819200' />",
        "<statusCode><add statusCode='500' /></statusCode>"
      })
  void acceptsOtherTriggers(String triggers) {
    assertThat(triggers("<webSocket enabled='true' />", triggers)).isEmpty();
  }

  @Test
  void treatsALocationForTheWholeAppAsTheSameLevel() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <location path=".">
                    <system.webServer><webSocket enabled="TRUE" /></system.webServer>
                  </location>
                  <system.webServer>
                    <monitoring><triggers><slowRequests /></triggers></monitoring>
                  </system.webServer>
                </configuration>
                """))
        .hasSize(1);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == disabled is fine
        <configuration>
          <system.webServer>
            <webSocket enabled="false" />
            <monitoring>
              <triggers>
                <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == memory alone is fine
        <configuration>
          <system.webServer>
            <webSocket enabled="true" />
            <monitoring>
              <triggers>
                <memory privateBytesInKB="819200" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == missing attribute is fine
        <configuration>
          <system.webServer>
            <webSocket pingInterval="00:00:10" />
            <monitoring>
              <triggers>
                <slowRequests count="20" timeTaken="00:00:45" timeInterval="00:02:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new WebsocketSlowRequests());
  }

  private List<String> triggers(String webSocket, String triggers) {
    return tester.inSection(
        webSocket + "<monitoring><triggers>" + triggers + "</triggers></monitoring>");
  }
}
