package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreachableTimeTakenTest {
  private final RuleTester tester = new RuleTester(new UnreachableTimeTaken());

  @Test
  void reportsATimeAboveTheFrontEndLimit() {
    assertThat(taken("", "00:05:00"))
        .containsExactly(
            "2:58 timeTaken=\"00:05:00\", but the App Service front end ends a request after about"
                + " 230 s; use less time");
  }

  @Test
  void reportsATimeAboveALimitInTheFile() {
    assertThat(taken("<httpPlatform requestTimeout='00:00:20' />", "00:00:30"))
        .containsExactly(
            "2:58 timeTaken=\"00:00:30\", but requestTimeout of <httpPlatform> ends a request "
                + "after 20 s; use less time");
  }

  @ParameterizedTest
  @CsvSource({"00:03:50, 0", "00:03:51, 1", "230, 0", "24:00:00, 1", "1.00:00:00, 1"})
  void assumesAFrontEndLimitOf230Seconds(String taken, int findings) {
    assertThat(taken("", taken)).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"00:00:19, 0", "00:00:20, 1", "00:00:21, 1"})
  void reportsATimeEqualToTheLimit(String taken, int findings) {
    assertThat(taken("<httpPlatform requestTimeout='00:00:20' />", taken)).hasSize(findings);
  }

  @Test
  void namesTheShortestOfSeveralLimits() {
    assertThat(
            taken(
                "<aspNetCore hostingModel='OutOfProcess' requestTimeout='00:03:00' />"
                    + "<httpPlatform requestTimeout='00:01:00' />",
                "00:05:00"))
        .singleElement()
        .asString()
        .contains("requestTimeout of <httpPlatform> ends a request after 1 min;");
  }

  @ParameterizedTest
  @CsvSource({
    "00:03:50, 00:03:50, requestTimeout of <httpPlatform> ends",
    "00:03:50, 00:03:51, requestTimeout of <httpPlatform> ends",
    "00:03:51, 00:03:51, the App Service front end ends"
  })
  void namesTheFrontEndIfItsLimitIsShorter(String limit, String taken, String message) {
    assertThat(taken("<httpPlatform requestTimeout='" + limit + "' />", taken))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void acceptsALimitAboveTheTime() {
    assertThat(taken("<httpPlatform requestTimeout='00:20:00' />", "00:03:50")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00", "600", "", "#{taken}#", "00:60:00"})
  void leavesInvalidTimesToOtherRules(String taken) {
    assertThat(taken("<httpPlatform requestTimeout='00:00:01' />", taken)).isEmpty();
  }

  @Test
  void acceptsOtherTimes() {
    assertThat(
            tester.inTriggers(
                "<slowRequests count='5' timeInterval='00:10:00' /><requests timeInterval='01:00:00'"
                    + " timeTaken='01:00:00' />"))
        .isEmpty();
  }

  @Test
  void readsTheLimitOfAspNet() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <system.web><httpRuntime targetFramework="4.8" /></system.web>
                  <system.webServer>
                    <monitoring>
                      <triggers>
                        <slowRequests count="5" timeTaken="00:01:50" timeInterval="00:10:00" />
                      </triggers>
                    </monitoring>
                  </system.webServer>
                </configuration>
                """))
        .containsExactly(
            "6:44 timeTaken=\"00:01:50\", but executionTimeout of <httpRuntime> ends a request "
                + "after 1 min 50 s; use less time");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == asp net after asp net core is fine
        <configuration>
          <system.web>
            <compilation debug="false" />
            <httpRuntime targetFramework="4.8" />
          </system.web>
          <system.webServer>
            <aspNetCore processPath="dotnet" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == asp net core in process is fine
        <configuration>
          <system.webServer>
            <aspNetCore processPath="dotnet" hostingModel="inprocess" requestTimeout="00:01:00" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:30" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == asp net core out of process
        <configuration>
          <system.webServer>
            <aspNetCore processPath="dotnet" hostingModel="OutOfProcess" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:30" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 6:45 timeTaken="00:02:30", but requestTimeout of <aspNetCore> ends a request after 2 min;
        >> use less time (web.config:3)

        == asp net core without a hosting model is fine
        <configuration>
          <system.webServer>
            <aspNetCore processPath="dotnet" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:30" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == asp net debug is fine
        <configuration>
          <system.web>
            <compilation debug="true" />
            <httpRuntime targetFramework="4.8" />
          </system.web>
          <system.webServer>
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == asp net written
        <configuration>
          <system.web>
            <compilation debug="false" />
            <httpRuntime targetFramework="4.8" executionTimeout="90" />
          </system.web>
          <system.webServer>
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 9:45 timeTaken="00:02:00", but executionTimeout of <httpRuntime> ends a request after 1
        >> min 30 s; use less time (web.config:4)

        == front end
        <slowRequests count="10" timeTaken="00:03:51" timeInterval="00:10:00" />
        > 2:37 timeTaken="00:03:51", but the App Service front end ends a request after about 230
        >> s; use less time

        == http platform
        <configuration>
          <system.webServer>
            <httpPlatform processPath="java" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 6:45 timeTaken="00:02:00", but requestTimeout of <httpPlatform> ends a request after 2
        >> min; use less time (web.config:3)

        == http platform that waits longer is fine
        <configuration>
          <system.webServer>
            <httpPlatform processPath="java" requestTimeout="00:03:00" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>

        == http platform written
        <configuration>
          <system.webServer>
            <httpPlatform processPath="java" requestTimeout="00:00:20" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:00:20" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 6:45 timeTaken="00:00:20", but requestTimeout of <httpPlatform> ends a request after 20
        >> s; use less time (web.config:3)

        == just below the front end is fine
        <slowRequests count="10" timeTaken="00:03:50" timeInterval="00:10:00" />

        == limit above the front end
        <configuration>
          <system.webServer>
            <aspNetCore processPath="dotnet" hostingModel="outofprocess" requestTimeout="00:05:00" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:06:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 6:45 timeTaken="00:06:00", but the App Service front end ends a request after about 230
        >> s; use less time

        == shortest of two
        <configuration>
          <system.webServer>
            <aspNetCore processPath="dotnet" hostingModel="outofprocess" requestTimeout="00:03:00" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:05:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 6:45 timeTaken="00:05:00", but requestTimeout of <aspNetCore> ends a request after 3 min;
        >> use less time (web.config:3)

        == unreadable limit is ignored
        <configuration>
          <system.webServer>
            <httpPlatform processPath="java" requestTimeout="#{t}#" />
            <monitoring>
              <triggers>
                <slowRequests count="10" timeTaken="00:02:00" timeInterval="00:10:00" />
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
    example.assertFindings(new UnreachableTimeTaken());
  }

  private List<String> taken(String around, String taken) {
    return tester.inSection(
        "<monitoring><triggers><slowRequests count='5' timeTaken='%s' timeInterval='1.00:00:00' /></triggers></monitoring>%s"
            .formatted(taken, around));
  }
}
