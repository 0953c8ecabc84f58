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
  void sixtyMinutesAreRefused() {
    assertThat(interval("00:60:00"))
        .containsExactly(
            "2:37 00:60:00 is not a time span IIS accepts: minutes and seconds go to 59, write"
                + " 01:00:00");
  }

  @Test
  void bareNumberHasTwoReadings() {
    assertThat(interval("600"))
        .containsExactly(
            "2:37 600 is not a time span IIS is known to accept: write 00:10:00 if seconds were"
                + " meant, 10:00:00 if minutes");
  }

  @Test
  void pairHasTwoReadings() {
    assertThat(interval("10:00"))
        .containsExactly(
            "2:37 10:00 is not a time span IIS is known to accept: write 00:10:00 for 10 min or"
                + " 10:00:00 for 10 h");
  }

  @ParameterizedTest
  @CsvSource({
    "00:00:90, write 00:01:30",
    "1:60:60, 'minutes and seconds go to 59, write 02:01:00'",
    "1:59:5, 'minutes and seconds take two digits, write 01:59:05'",
    "1:5:59, 'minutes and seconds take two digits, write 01:05:59'",
    "10:30, write 00:10:30 for 10 min 30 s or 10:30:00 for 10 h 30 min",
    "0:5:0, 'minutes and seconds take two digits, write 00:05:00'",
    "10m, write 00:10:00",
    "1h30m, write 01:30:00",
    "45 sec, write 00:00:45",
    "2d, write 2.00:00:00",
    "2 minutes, write 00:02:00",
    "1.5 hours, write 01:30:00",
    "90 Min, write 01:30:00",
    "1 hour 30 minutes, write 01:30:00",
    "1.5s, write 00:00:01 or 00:00:02",
    "1500d, write 1500.00:00:00",
    "90:00, write 01:30:00 for 1 h 30 min or 3.18:00:00 for 3 d 18 h",
    "10000:60:00, 'minutes and seconds go to 59, write 416.17:00:00'",
    "1.02:0:60, write 1.02:01:00",
    "00:60:00.0, 'fractions are not documented, write 01:00:00'",
    "10000000, 'write 115.17:46:40 if seconds were meant, 6944.10:40:00 if minutes'",
    "9999999999, 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "9999999d, 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "90000, 'write 1.01:00:00 if seconds were meant, 62.12:00:00 if minutes'",
    "00:10:00.0000000, 'fractions are not documented, write 00:10:00'",
    "' 00:10:00', leave the blanks out",
    "'', 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "ten minutes, 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "1.24:00:00, write 2.00:00:00",
    "99999999999999999999, 'write hh:mm:ss, 00:10:00 for ten minutes'"
  })
  void whatWasMeantIsSaid(String seen, String advice) {
    assertThat(interval(seen)).singleElement().asString().endsWith(advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:10:00", "0:10:00", "29:00:00", "1.02:03:04", "#{interval}#"})
  void timeSpansAndTokensAreFine(String value) {
    assertThat(interval(value)).isEmpty();
  }

  @Test
  void timeTakenIsJudgedToo() {
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
  void onlyWhatHasOneReadingIsMended(String before, String after) {
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
        > 2:37 45 is not a time span IIS is known to accept: write 00:00:45 if seconds were meant,
        >> 00:45:00 if minutes
        > 2:55 600 is not a time span IIS is known to accept: write 00:10:00 if seconds were
        >> meant, 10:00:00 if minutes

        == bare number in a status rule
        <statusCode>
          <add statusCode="500" count="10" timeInterval="30" />
        </statusCode>
        > 3:50 30 is not a time span IIS is known to accept: write 00:00:30 if seconds were meant,
        >> 00:30:00 if minutes

        == blanks
        <requests count="1000" timeInterval=" 00:10:00" />
        > 2:38 " 00:10:00" is not a time span IIS is known to accept: leave the blanks out [fix]

        == days with 25 hours
        <requests count="1000" timeInterval="1.25:00:00" />
        > 2:38 1.25:00:00 is not a time span IIS is known to accept: write 2.01:00:00 [fix]

        == empty
        <requests count="1000" timeInterval="" />
        > 2:38 an empty value is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00
        >> for ten minutes

        == four parts
        <requests count="1000" timeInterval="00:00:10:00" />
        > 2:38 00:00:10:00 is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes

        == fraction
        <requests count="1000" timeInterval="00:10:00.0000000" />
        > 2:38 00:10:00.0000000 is not a time span IIS is known to accept: fractions are not
        >> documented, write 00:10:00 [fix]

        == iso 8601
        <requests count="1000" timeInterval="PT10M" />
        > 2:38 PT10M is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for ten
        >> minutes

        == milliseconds
        <slowRequests count="20" timeTaken="45000" timeInterval="120000ms" />
        > 2:37 45000 is not a time span IIS is known to accept: write 12:30:00 if seconds were
        >> meant, 31.06:00:00 if minutes
        > 2:58 120000ms is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes

        == ninety seconds
        <requests count="1000" timeInterval="00:00:90" />
        > 2:38 00:00:90 is not a time span IIS accepts: minutes and seconds go to 59, write
        >> 00:01:30 [fix]

        == one digit
        <requests count="1000" timeInterval="0:5:0" />
        > 2:38 0:5:0 is not a time span IIS is known to accept: minutes and seconds take two
        >> digits, write 00:05:00 [fix]

        == other separators
        <slowRequests count="20" timeTaken="00.00.45" timeInterval="00-02-00" />
        > 2:37 00.00.45 is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes
        > 2:61 00-02-00 is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes

        == quotes inside the value
        <slowRequests count="20" timeTaken="'00:00:45'" timeInterval="“00:02:00”" />
        > 2:37 '00:00:45' is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes
        > 2:63 “00:02:00” is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes

        == units
        <slowRequests count="20" timeTaken="45s" timeInterval="10m" />
        > 2:37 45s is not a time span IIS is known to accept: write 00:00:45 [fix]
        > 2:56 10m is not a time span IIS is known to accept: write 00:10:00 [fix]

        == units combined
        <slowRequests count="20" timeTaken="1m30s" timeInterval="1h 5m" />
        > 2:37 1m30s is not a time span IIS is known to accept: write 00:01:30 [fix]
        > 2:58 1h 5m is not a time span IIS is known to accept: write 01:05:00 [fix]

        == units in words
        <slowRequests count="20" timeTaken="45 sec" timeInterval="2 minutes" />
        > 2:37 45 sec is not a time span IIS is known to accept: write 00:00:45 [fix]
        > 2:59 2 minutes is not a time span IIS is known to accept: write 00:02:00 [fix]

        == words
        <requests count="1000" timeInterval="ten minutes" />
        > 2:38 ten minutes is not a time span IIS is known to accept: write hh:mm:ss, 00:10:00 for
        >> ten minutes
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAllThatIsSaid(Example example) {
    example.holdsFor(new InvalidTimeSpan());
  }

  private List<String> interval(String value) {
    return tester.inTriggers("<requests count='5' timeInterval = '" + value + "' />");
  }
}
