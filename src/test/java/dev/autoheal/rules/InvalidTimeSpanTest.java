package dev.autoheal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidTimeSpanTest {
  private static final String FILE =
      "<configuration><system.webServer><monitoring><triggers><requests timeInterval='%s' /></triggers></monitoring></system.webServer></configuration>";

  private final RuleTester tester = new RuleTester(new InvalidTimeSpan());

  @Test
  void rejectsSixtyMinutes() {
    assertThat(interval("00:60:00"))
        .containsExactly(
            "2:37 invalid timeInterval=\"00:60:00\" (minutes go from 0 to 59); use 01:00:00");
  }

  @Test
  void offersBothReadingsOfANumber() {
    assertThat(interval("600"))
        .containsExactly(
            "2:37 invalid timeInterval=\"600\"; use 00:10:00 for seconds or 10:00:00 for minutes");
  }

  @Test
  void offersBothReadingsOfAPair() {
    assertThat(interval("10:00"))
        .containsExactly(
            "2:37 invalid timeInterval=\"10:00\"; use 00:10:00 for mm:ss or 10:00:00 for hh:mm");
  }

  @ParameterizedTest
  @CsvSource({
    "00:00:90, ' (seconds go from 0 to 59); use 00:01:30'",
    "1:60:60, ' (minutes and seconds go from 0 to 59); use 02:01:00'",
    "1:59:5, '; use 01:59:05'",
    "1:5:59, '; use 01:05:59'",
    "10:30, ; use 00:10:30 for mm:ss or 10:30:00 for hh:mm",
    "0:5:0, '; use 00:05:00'",
    "10m, ; use 00:10:00",
    "1h30m, ; use 01:30:00",
    "45 sec, ; use 00:00:45",
    "2d, ; use 2.00:00:00",
    "2 minutes, ; use 00:02:00",
    "1.5 hours, ; use 01:30:00",
    "90 Min, ; use 01:30:00",
    "1 hour 30 minutes, ; use 01:30:00",
    "1.5s, ; use 00:00:01 or 00:00:02",
    "1500d, ; use 1500.00:00:00",
    "90:00, ; use 01:30:00 for mm:ss or 3.18:00:00 for hh:mm",
    "10000:60:00, ' (minutes go from 0 to 59); use 416.17:00:00'",
    "1.02:0:60, ; use 1.02:01:00",
    "00:60:00.0, '; use 01:00:00'",
    "10000000, '; use 115.17:46:40 for seconds or 6944.10:40:00 for minutes'",
    "9999999999, '; expected hh:mm:ss, e.g. 00:10:00'",
    "9999999d, '; expected hh:mm:ss, e.g. 00:10:00'",
    "90000, '; use 1.01:00:00 for seconds or 62.12:00:00 for minutes'",
    "00:10:00.0000000, '; use 00:10:00'",
    "' 00:10:00', ; remove the spaces",
    "'', '; expected hh:mm:ss, e.g. 00:10:00'",
    "ten minutes, '; expected hh:mm:ss, e.g. 00:10:00'",
    "1.24:00:00, ; use 2.00:00:00",
    "99999999999999999999, '; expected hh:mm:ss, e.g. 00:10:00'"
  })
  void proposesTheIntendedTime(String seen, String advice) {
    assertThat(interval(seen)).singleElement().asString().endsWith("\"" + advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:10:00", "0:10:00", "29:00:00", "1.02:03:04", "#{interval}#"})
  void acceptsTimeSpansAndPlaceholders(String value) {
    assertThat(interval(value)).isEmpty();
  }

  @Test
  void checksTimeTakenToo() {
    assertThat(tester.inTriggers("<slowRequests timeTaken='60' />")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "00:60:00, 01:00:00",
    "0:5:0, 00:05:00",
    "10m, 00:10:00",
    "1.5 hours, 01:30:00",
    "1.5s, 1.5s",
    "1.24:00:00, 2.00:00:00",
    "00:10:00.000, 00:10:00",
    "' 00:10:00', 00:10:00",
    "10:00, 10:00",
    "600, 600",
    "00:10:00.5, 00:10:00.5",
    "ten minutes, ten minutes"
  })
  void fixesOnlyUnambiguousValues(String before, String after) {
    assertThat(tester.fixed(FILE.formatted(before))).isEqualTo(FILE.formatted(after));
  }

  static Stream<Example> examples() {
    return Example.in(
        """
        == 29 hours and days are fine
        <requests count="1000" timeInterval="29:00:00" />
        <slowRequests count="20" timeTaken="0:01:00" timeInterval="1.05:00:00" />
        > 2:1 1000 requests in 1 d 5 h (less than 1 per second) restart the worker; use
        >> <slowRequests> [low-request-count]

        == bare number
        <slowRequests count="20" timeTaken="45" timeInterval="600" />
        > 2:37 invalid timeTaken="45"; use 00:00:45 for seconds or 00:45:00 for minutes
        > 2:55 invalid timeInterval="600"; use 00:10:00 for seconds or 10:00:00 for minutes

        == bare number in a status rule
        <statusCode>
          <add statusCode="500" count="10" timeInterval="30" />
        </statusCode>
        > 3:50 invalid timeInterval="30"; use 00:00:30 for seconds or 00:30:00 for minutes

        == spaces
        <requests count="1000" timeInterval=" 00:10:00" />
        > 2:38 invalid timeInterval=" 00:10:00"; remove the spaces [fix]

        == days with 25 hours
        <requests count="1000" timeInterval="1.25:00:00" />
        > 2:38 invalid timeInterval="1.25:00:00"; use 2.01:00:00 [fix]

        == empty
        <requests count="1000" timeInterval="" />
        > 2:38 invalid timeInterval=""; expected hh:mm:ss, e.g. 00:10:00

        == four parts
        <requests count="1000" timeInterval="00:00:10:00" />
        > 2:38 invalid timeInterval="00:00:10:00"; expected hh:mm:ss, e.g. 00:10:00

        == fraction
        <requests count="1000" timeInterval="00:10:00.0000000" />
        > 2:38 invalid timeInterval="00:10:00.0000000"; use 00:10:00 [fix]

        == iso 8601
        <requests count="1000" timeInterval="PT10M" />
        > 2:38 invalid timeInterval="PT10M"; expected hh:mm:ss, e.g. 00:10:00

        == milliseconds
        <slowRequests count="20" timeTaken="45000" timeInterval="120000ms" />
        > 2:37 invalid timeTaken="45000"; use 12:30:00 for seconds or 31.06:00:00 for minutes
        > 2:58 invalid timeInterval="120000ms"; expected hh:mm:ss, e.g. 00:10:00

        == ninety seconds
        <requests count="1000" timeInterval="00:00:90" />
        > 2:38 invalid timeInterval="00:00:90" (seconds go from 0 to 59); use 00:01:30 [fix]

        == one digit
        <requests count="1000" timeInterval="0:5:0" />
        > 2:38 invalid timeInterval="0:5:0"; use 00:05:00 [fix]

        == other separators
        <slowRequests count="20" timeTaken="00.00.45" timeInterval="00-02-00" />
        > 2:37 invalid timeTaken="00.00.45"; expected hh:mm:ss, e.g. 00:10:00
        > 2:61 invalid timeInterval="00-02-00"; expected hh:mm:ss, e.g. 00:10:00

        == quotes inside the value
        <slowRequests count="20" timeTaken="'00:00:45'" timeInterval="“00:02:00”" />
        > 2:37 invalid timeTaken="'00:00:45'"; expected hh:mm:ss, e.g. 00:10:00
        > 2:63 invalid timeInterval="“00:02:00”"; expected hh:mm:ss, e.g. 00:10:00

        == units
        <slowRequests count="20" timeTaken="45s" timeInterval="10m" />
        > 2:37 invalid timeTaken="45s"; use 00:00:45 [fix]
        > 2:56 invalid timeInterval="10m"; use 00:10:00 [fix]

        == units combined
        <slowRequests count="20" timeTaken="1m30s" timeInterval="1h 5m" />
        > 2:37 invalid timeTaken="1m30s"; use 00:01:30 [fix]
        > 2:58 invalid timeInterval="1h 5m"; use 01:05:00 [fix]

        == units in words
        <slowRequests count="20" timeTaken="45 sec" timeInterval="2 minutes" />
        > 2:37 invalid timeTaken="45 sec"; use 00:00:45 [fix]
        > 2:59 invalid timeInterval="2 minutes"; use 00:02:00 [fix]

        == words
        <requests count="1000" timeInterval="ten minutes" />
        > 2:38 invalid timeInterval="ten minutes"; expected hh:mm:ss, e.g. 00:10:00
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsExactlyTheseFindings(Example example) {
    example.assertFindings(new InvalidTimeSpan());
  }

  private List<String> interval(String value) {
    return tester.inTriggers("<requests count='5' timeInterval = '" + value + "' />");
  }
}
