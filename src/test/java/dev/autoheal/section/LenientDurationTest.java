package dev.autoheal.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests durations as people write them, with all possible readings. */
class LenientDurationTest {

  @ParameterizedTest
  @CsvSource({
    "600, NUMBER, 600 36000",
    "' 600 ', NUMBER, 600 36000",
    "1:30, PAIR, 90 5400",
    "90:00, PAIR, 5400 324000",
    "00:60:00, ABOVE_59, 3600",
    "1:2:3, NOT_TWO_DIGITS, 3723",
    "1.24:00:00, DAYS, 172800",
    "1.02:0:60, DAYS, 93660",
    "00:10:00.000, FRACTION, 600",
    "00:10:00.5, FRACTION, 600 601",
    "10m, UNITS, 600",
    "1d2h3m4s, UNITS, 93784",
    "1 hour 30 minutes, UNITS, 5400",
    "1.5 HRS, UNITS, 5400",
    "2days, UNITS, 172800",
    "45 secs, UNITS, 45",
    "0.5s, UNITS, 0 1"
  })
  void recognizesDurationsOfAnyForm(String text, LenientDuration.Form form, String seconds) {
    List<Long> readings = Arrays.stream(seconds.split(" ")).map(Long::valueOf).toList();

    assertThat(LenientDuration.parse(text)).contains(new LenientDuration(form, readings));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "-5m",
        "500ms",
        "P1D",
        "30m1h",
        "1:2",
        "1:00:00:00",
        "00-10-00",
        "12345678901"
      })
  void ignoresOtherTexts(String text) {
    assertThat(LenientDuration.parse(text)).isEmpty();
  }
}
