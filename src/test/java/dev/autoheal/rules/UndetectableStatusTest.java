package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndetectableStatusTest {
  private final RuleTester tester = new RuleTester(new UndetectableStatus());

  @Test
  void reportsARuleFor500Point121() {
    assertThat(rule("statusCode='500' subStatusCode='121' count='5' timeInterval='00:01:00'"))
        .containsExactly(
            "2:50 AutoHeal cannot detect status 500.121; use <slowRequests> with timeTaken above "
                + "00:03:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusCode='0500' subStatusCode='0121'",
        "statusCode='500' win32StatusCode='64' subStatusCode='121'",
        "statusCode='500' subStatusCode='121' count='0'"
      })
  void reportsOtherNotationsOfTheSameRule(String attributes) {
    assertThat(rule(attributes)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statusCode='500'",
        "subStatusCode='121'",
        "statusCode='500' subStatusCode='120'",
        "statusCode='500' subStatusCode='122'",
        "statusCode='500' subStatusCode='0'",
        "statusCode='499' subStatusCode='121'",
        "statusCode='501' subStatusCode='121'",
        "statusCode='121' subStatusCode='500'",
        "statusCode='500.121'",
        "statusCode='#{status}#' subStatusCode='121'",
        "statusCode='500' subStatusCode='#{sub}#'",
        "statusCode='500' subStatusCode=''",
        ""
      })
  void acceptsOtherRules(String attributes) {
    assertThat(rule(attributes)).isEmpty();
  }

  @Test
  void reportsEachRuleSeparately() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add statusCode="500" subStatusCode="121" count="5" timeInterval="00:01:00" />
                  <add statusCode="500" subStatusCode="121" count="9" timeInterval="00:05:00" />
                </statusCode>
                """))
        .hasSize(2);
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == other status is fine
        <statusCode>
          <add statusCode="502" subStatusCode="121" count="10" timeInterval="00:05:00" />
        </statusCode>

        == other sub status is fine
        <statusCode>
          <add statusCode="500" subStatusCode="120" count="10" timeInterval="00:05:00" />
        </statusCode>
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new UndetectableStatus());
  }

  private List<String> rule(String attributes) {
    return tester.inTriggers("<statusCode><add " + attributes + " /></statusCode>");
  }
}
