package dev.autoheal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    "90000, 'write 1.01:00:00 if seconds were meant, 62.12:00:00 if minutes'",
    "00:10:00.0000000, 'fractions are not documented, write 00:10:00'",
    "' 00:10:00', leave the blanks out",
    "'', 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "ten minutes, 'write hh:mm:ss, 00:10:00 for ten minutes'",
    "1.24:00:00, write 2.00:00:00",
    "99999999999999999999, 'write hh:mm:ss, 00:10:00 for ten minutes'"
  })
  void whatWasMeantIsSaid(String seen, String cure) {
    assertThat(interval(seen)).singleElement().asString().endsWith(cure);
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

  private List<String> interval(String value) {
    return tester.inTriggers("<requests count='5' timeInterval = '" + value + "' />");
  }
}
