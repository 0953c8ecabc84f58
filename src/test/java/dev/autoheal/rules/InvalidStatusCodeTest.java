package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidStatusCodeTest {
  private final RuleTester tester = new RuleTester(new InvalidStatusCode());

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "5", "099", "600", "999", "4294967295", "600100", "050100", "5001000"})
  void reportsAStatusOutsideHttp(String value) {
    assertThat(status(value))
        .containsExactly(
            "2:30 invalid statusCode=\"%s\"; use a status from 100 to 599".formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "500100, 500, 100",
    "500019, 500, 19",
    "5023, 502, 3",
    "50013, 500, 13",
    "100999, 100, 999"
  })
  void splitsOffASubStatusInsideTheStatus(String seen, String status, String subStatus) {
    assertThat(status(seen))
        .containsExactly(
            "2:30 invalid statusCode=\"%s\"; did you mean statusCode=\"%s\" subStatusCode=\"%s\"?"
                .formatted(seen, status, subStatus));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "101", "404", "530", "599", "0500"})
  void acceptsAnHttpStatus(String value) {
    assertThat(status(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5xx", "500.100", "500-599", "#{status}#"})
  void leavesUnreadableValuesToOtherRules(String value) {
    assertThat(status(value)).isEmpty();
  }

  @Test
  void reportsEachRuleSeparately() {
    assertThat(
            tester.inTriggers(
                """
                <statusCode>
                  <add statusCode="600" count="5" timeInterval="00:01:00" />
                  <add statusCode="500" count="5" timeInterval="00:01:00" />
                  <add statusCode="99" count="5" timeInterval="00:01:00" />
                </statusCode>
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("3:20 invalid statusCode=\"600\"; "),
            second -> assertThat(second).startsWith("5:20 invalid statusCode=\"99\"; "));
  }

  @Test
  void ignoresOtherNumbersOfARule() {
    assertThat(
            tester.inTriggers(
                "<statusCode><add statusCode='500' subStatusCode='999' win32StatusCode='2147943850'"
                    + " count='0' /></statusCode>"))
        .isEmpty();
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == highest is fine
        <statusCode>
          <add statusCode="599" count="50" timeInterval="00:05:00" />
        </statusCode>

        == largest number
        <statusCode>
          <add statusCode="4294967295" count="50" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 invalid statusCode="4294967295"; use a status from 100 to 599

        == lowest is fine
        <statusCode>
          <add statusCode="100" count="50" timeInterval="00:05:00" />
        </statusCode>

        == sub status inside the status
        <statusCode>
          <add statusCode="500100" count="50" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 invalid statusCode="500100"; did you mean statusCode="500" subStatusCode="100"?

        == too high
        <statusCode>
          <add statusCode="600" count="50" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 invalid statusCode="600"; use a status from 100 to 599

        == too low
        <statusCode>
          <add statusCode="99" count="50" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 invalid statusCode="99"; use a status from 100 to 599

        == zero
        <statusCode>
          <add statusCode="0" count="50" timeInterval="00:05:00" />
        </statusCode>
        > 3:20 invalid statusCode="0"; use a status from 100 to 599
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new InvalidStatusCode());
  }

  private List<String> status(String value) {
    return tester.inTriggers("<statusCode><add statusCode='" + value + "' /></statusCode>");
  }
}
