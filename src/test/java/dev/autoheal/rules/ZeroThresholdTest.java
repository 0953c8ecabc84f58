package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroThresholdTest {
  private final RuleTester tester = new RuleTester(new ZeroThreshold());

  @Test
  void reportsACountOfZero() {
    assertThat(tester.inTriggers("<requests count='0' timeInterval='00:10:00' />"))
        .containsExactly("2:18 count=\"0\" has no documented meaning; use 1 or more");
  }

  @Test
  void reportsTimesOfZero() {
    assertThat(
            tester.inTriggers(
                "<slowRequests count='1' timeTaken='00:00:00' timeInterval='0.00:00:00' />"))
        .containsExactly(
            "2:36 timeTaken=\"00:00:00\" has no documented meaning; use 00:01:00, for example",
            "2:60 timeInterval=\"0.00:00:00\" has no documented meaning; use 00:05:00, for "
                + "example");
  }

  @Test
  void checksStatusRulesToo() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add statusCode="500" count="00" timeInterval="00:01:00" />
                  <add statusCode="502" count="10" timeInterval="00:00:00" />
                </statusCode>
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("3:32 count=\"00\" has no documented meaning; "),
            second ->
                assertThat(second)
                    .startsWith("4:50 timeInterval=\"00:00:00\" has no documented meaning; "));
  }

  @Test
  void acceptsTheSmallestThresholds() {
    assertThat(
            tester.inTriggers(
                "<slowRequests count='1' timeTaken='00:00:01' timeInterval='00:00:01' />"))
        .isEmpty();
  }

  @Test
  void acceptsZeroForAnySubStatusAndAnyWin32Status() {
    assertThat(
            tester.inTriggers(
                "<statusCode><add statusCode='500' subStatusCode='0' win32StatusCode='0' count='9'"
                    + " timeInterval='00:01:00' /></statusCode>"))
        .isEmpty();
  }

  @Test
  void leavesMemoryAndStatusOfZeroToOtherRules() {
    assertThat(
            tester.inTriggers(
                "<memory privateBytesInKB='0' /><statusCode><add statusCode='0' /></statusCode>"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 0", "-0", "0.0", "#{n}#", "00:00:00"})
  void leavesUnreadableValuesToOtherRules(String count) {
    assertThat(tester.inTriggers("<requests count='" + count + "' />")).isEmpty();
  }

  @Test
  void checksALocationForTheWholeApp() {
    assertThat(
            tester.findings(
                """
                <configuration>
                  <location path="." inheritInChildApplications="false"><system.webServer>
                    <monitoring><triggers><requests count="0" /></triggers></monitoring>
                  </system.webServer></location>
                </configuration>
                """))
        .singleElement()
        .asString()
        .startsWith("3:44 count=\"0\" has no documented meaning; ");
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == one second is fine
        <slowRequests count="3" timeTaken="00:00:01" timeInterval="00:00:01" />

        == sub status of zero is fine
        <statusCode>
          <add statusCode="500" subStatusCode="0" win32StatusCode="0" count="50" timeInterval="00:05:00" />
        </statusCode>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new ZeroThreshold());
  }
}
