package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HairTriggerTest {
  private final RuleTester tester = new RuleTester(new HairTrigger());

  @Test
  void reportsASingleSlowRequestThatRecycles() {
    assertThat(recycling(slow("1")))
        .containsExactly(
            "3:22 count=\"1\" lets one slow request recycle the worker; use a higher count");
  }

  @Test
  void reportsATriggerThatStartsAProgram() {
    assertThat(section("CustomAction", slow("2")))
        .containsExactly(
            "3:22 count=\"2\" lets two slow requests start the program; use a higher count");
  }

  @ParameterizedTest
  @CsvSource({
    "statusCode='503', ' with status 503'",
    "statusCode='500' subStatusCode='19', ' with status 500.19'",
    "statusCode='502' win32StatusCode='64', ' with status 502 win32 64'",
    "statusCode='100', ' with status 100'",
    "statusCode='599', ' with status 599'",
    "statusCode='#{s}#', ''",
    "statusCode='500' subStatusCode='#{s}#', ''"
  })
  void reportsASingleResponseOfAStatusRule(String codes, String which) {
    assertThat(recycling(rule(codes + " count='1'")))
        .singleElement()
        .asString()
        .endsWith(
            " count=\"1\" lets one response" + which + " recycle the worker; use a higher count");
  }

  @Test
  void pointsToTheCount() {
    assertThat(recycling(rule("count='2' statusCode='500'")))
        .singleElement()
        .asString()
        .startsWith("3:25 count=\"2\" lets two responses with status 500 recycle ");
  }

  @Test
  void acceptsACountOfThree() {
    assertThat(recycling(slow("2"))).hasSize(1);
    assertThat(recycling(slow("3"))).isEmpty();
    assertThat(recycling(rule("statusCode='500' count='3'"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "x", "-1", "#{n}#"})
  void leavesInvalidCountsToOtherRules(String count) {
    assertThat(recycling(slow(count))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusCode='600'",
        "statusCode='99'",
        "statusCode='500' subStatusCode='121'",
        "statusCode='500' subStatusCode='121' win32StatusCode='64'"
      })
  void leavesARuleThatNeverFiresToOtherRules(String codes) {
    assertThat(recycling(rule(codes + " count='1'"))).isEmpty();
  }

  @Test
  void ignoresAMissingCount() {
    assertThat(recycling("<slowRequests timeTaken='00:00:45' />")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LogEvent", "logevent", "#{action}#", "Restart", ""})
  void acceptsAnActionThatNeverRestarts(String action) {
    assertThat(section(action, slow("1"))).isEmpty();
  }

  @Test
  void acceptsTriggersWithoutAnAction() {
    assertThat(tester.inTriggers(slow("1"))).isEmpty();
  }

  @Test
  void recognizesTheActionInAnyCase() {
    assertThat(section("recycle", slow("1"))).hasSize(1);
  }

  @Test
  void leavesTheNumberOfRequestsToOtherRules() {
    assertThat(recycling("<requests count='1' timeInterval='00:10:00' />")).isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == log event is fine
        <monitoring>
          <triggers>
            <slowRequests count="1" timeTaken="00:00:45" timeInterval="00:02:00" />
          </triggers>
          <actions value="LogEvent" />
        </monitoring>

        == one slow request
        <slowRequests count="1" timeTaken="00:00:45" timeInterval="00:02:00" />
        > 2:22 count="1" lets one slow request recycle the worker; use a higher count

        == placeholder as a status
        <statusCode>
          <add statusCode="#{s}#" count="1" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 statusCode="#{s}#" is a placeholder; autoheal neither checks nor rewrites it
        >> [placeholder]
        > 3:34 count="1" lets one response recycle the worker; use a higher count

        == three are fine
        <slowRequests count="3" timeTaken="00:00:45" timeInterval="00:02:00" />

        == time taken of zero is reported once
        <configuration>
          <system.webServer>
            <handlers>
              <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
            </handlers>
            <monitoring>
              <triggers>
                <slowRequests count="1" timeTaken="00:00:00" timeInterval="00:10:00" />
              </triggers>
              <actions value="Recycle" />
            </monitoring>
          </system.webServer>
        </configuration>
        > 8:44 timeTaken="00:00:00" has no documented meaning; use 00:01:00, for example
        >> [zero-threshold]

        == two errors
        <statusCode>
          <add statusCode="500" subStatusCode="19" count="2" timeInterval="00:05:00" />
        </statusCode>
        > 3:51 count="2" lets two responses with status 500.19 recycle the worker; use a higher
        >> count

        == zero is reported once
        <slowRequests count="0" timeTaken="00:00:45" timeInterval="00:02:00" />
        > 2:22 count="0" has no documented meaning; use 1 or more [zero-threshold]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new HairTrigger());
  }

  private List<String> recycling(String triggers) {
    return section("Recycle", triggers);
  }

  private List<String> section(String action, String triggers) {
    return tester.inSection(
        "<monitoring><actions value='%s' /><triggers>\n%s</triggers></monitoring>"
            .formatted(action, triggers));
  }

  private static String slow(String count) {
    return "<slowRequests count='%s' timeTaken='00:00:45' timeInterval='00:02:00' />"
        .formatted(count);
  }

  private static String rule(String attributes) {
    return "<statusCode><add " + attributes + " timeInterval='00:05:00' /></statusCode>";
  }
}
