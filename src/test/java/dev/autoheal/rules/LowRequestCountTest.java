package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LowRequestCountTest {
  private final RuleTester tester = new RuleTester(new LowRequestCount());

  @ParameterizedTest
  @CsvSource({
    "5, 00:01:00, 5 requests in 1 min (less than 1 per second) restart",
    "100, 00:05:00, 100 requests in 5 min (less than 1 per second) restart",
    "20, 00:00:30, 20 requests in 30 s (less than 1 per second) restart",
    "59, 00:01:00, 59 requests in 1 min (less than 1 per second) restart",
    "1, 00:00:02, 1 request in 2 s (less than 1 per second) restarts",
    "86399, 1.00:00:00, 86399 requests in 1 d (less than 1 per second) restart"
  })
  void reportsFewRequestsThatRecycle(String count, String interval, String message) {
    assertThat(section("<actions value='Recycle' />", count, interval))
        .containsExactly("3:1 " + message + " the worker; use <slowRequests>");
  }

  @ParameterizedTest
  @CsvSource({"60, 00:01:00", "1, 00:00:01", "1000, 00:10:00", "300, 00:05:00"})
  void acceptsOneRequestASecond(String count, String interval) {
    assertThat(section("<actions value='Recycle' />", count, interval)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00:01:00",
    "5, 00:00:00",
    "five, 00:01:00",
    "5, 60",
    "#{n}#, 00:01:00",
    "5, #{t}#"
  })
  void leavesInvalidValuesToOtherRules(String count, String interval) {
    assertThat(section("<actions value='Recycle' />", count, interval)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<actions value='LogEvent' />",
        "<actions value='CustomAction'><customAction exe='D:\\home\\a.exe' /></actions>",
        "<actions value='CustomAction'><customAction exe='DaasConsole.exe' parameters='-CollectLogs MemoryDump' /></actions>",
        "<actions value='#{action}#' />",
        ""
      })
  void acceptsAnActionNotKnownToRestart(String actions) {
    assertThat(section(actions, "5", "00:01:00")).isEmpty();
  }

  @Test
  void reportsAProgramThatRestarts() {
    String program =
        "<actions value='customaction'><customAction exe='%HOME%/DaasConsole.exe'"
            + " parameters='-CollectKillAnalyze MemoryDump' /></actions>";
    assertThat(section(program, "5", "00:01:00")).hasSize(1);
  }

  @Test
  void acceptsOtherTriggers() {
    assertThat(
            tester.findings(
                RuleTester.inFile(
                    "<slowRequests count='5' timeTaken='00:00:10' timeInterval='00:01:00' />"
                        + "<statusCode><add statusCode='500' count='5' timeInterval='00:01:00' />"
                        + "</statusCode>")))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == few requests are reported once
        <requests count="5" timeInterval="00:01:00" />
        > 2:1 5 requests in 1 min (less than 1 per second) restart the worker; use <slowRequests>

        == trigger that the policy removes is reported once
        @ triggers: { requests: none }
        <requests count="5" timeInterval="00:01:00" />
        > 2:1 unexpected <requests>, which the policy does not allow; run `autoheal apply`
        >> (autoheal.yaml:5) [drift]

        == one request a second is left to another rule
        <requests count="60" timeInterval="00:01:00" />
        > 2:1 60 requests in 1 min recycle even a healthy worker; use <slowRequests>, <memory> or
        >> <statusCode> [recycle-on-request-count]
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new LowRequestCount());
  }

  private List<String> section(String actions, String count, String interval) {
    return tester.inSection(
        "<monitoring>%s<triggers>\n<requests count='%s' timeInterval='%s' /></triggers></monitoring>"
            .formatted(actions, count, interval));
  }
}
